/// <reference lib="dom" />
/** Functions that run inside a page: they may use nothing but the page and what stands in them. */

/** Elements that stand out of the window, by their words; those inside a part that scrolls by itself may. */
export function overflowing(): readonly string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const scrolls = (element: Element): boolean =>
    element !== document.body && ["auto", "scroll", "hidden"].includes(getComputedStyle(element).overflowX);
  const isInside = (element: Element | null): boolean =>
    element !== null && element !== document.body && (scrolls(element) || isInside(element.parentElement));
  return [...document.body.querySelectorAll("*")]
    .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
    .filter((element) => !isInside(element.parentElement))
    .slice(0, 5)
    .map((element) => `${element.tagName} ${element.className}: ${(element.textContent ?? "").slice(0, 40)}`)
    .concat(`the page is ${scrollWidth} wide in a window of ${clientWidth}`);
}

/** Words of statuses that stand out of the cell of their table. */
export function outOfCell(): readonly string[] {
  return [...document.querySelectorAll("td .status")]
    .filter((status) => {
      const cell = status.closest("td")?.getBoundingClientRect();
      return cell !== undefined && status.getBoundingClientRect().right > cell.right + 0.5;
    })
    .map((status) => status.textContent ?? "");
}

/** Rows of tables whose cells do not stand under their columns, and days that stand out of their cell, by their words. */
export function outOfColumn(): readonly string[] {
  const words = (element: Element): string => (element.textContent ?? "").trim().slice(0, 40);
  const isOutside = (inner: DOMRect, outer: DOMRect): boolean => inner.right > outer.right + 0.5;
  const rows = [...document.querySelectorAll("tbody tr")].filter(
    (row) => !["table-row", "none"].includes(getComputedStyle(row).display),
  );
  const days = [...document.querySelectorAll("td .day")].filter((day) => {
    const cell = day.closest("td");
    return cell !== null && isOutside(day.getBoundingClientRect(), cell.getBoundingClientRect());
  });
  return [...rows, ...days].map(words);
}

/** Heads of up to four characters or of one word that stand in more than one line. */
export function brokenHeads(): readonly string[] {
  return [...document.querySelectorAll("thead th")]
    .filter((head) => /^(?:.{1,4}|[A-Za-z]{2,12})$/.test((head.textContent ?? "").trim()))
    .filter((head) => {
      const words = document.createRange();
      words.selectNodeContents(head);
      return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size > 1;
    })
    .map((head) => head.textContent ?? "");
}

/** Words of up to twelve letters in the cells of fitted tables that are torn over two lines. */
export function brokenWords(): readonly string[] {
  const torn: string[] = [];
  for (const cell of document.querySelectorAll(":is(.annex-table, .duties, .opinions) :is(td, tbody th)")) {
    const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode())
      for (const found of (node.textContent ?? "").matchAll(/[A-Za-z]{2,12}/g)) {
        const word = document.createRange();
        word.setStart(node, found.index);
        word.setEnd(node, found.index + found[0].length);
        if (new Set([...word.getClientRects()].map(({ top }) => Math.round(top))).size > 1)
          torn.push(found[0]);
      }
  }
  return torn;
}

/** What of a page's structure can be right or wrong. */
export interface Structure {
  readonly language: string;
  readonly firstHeadings: number;
  readonly skipped: readonly string[];
  readonly emptyHeadings: number;
  readonly twiceUsedIds: readonly string[];
  readonly leadingNowhere: readonly string[];
}

/** Language, headings, ids and links of a page. */
export function structure(): Structure {
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")];
  const level = (element: Element | undefined): number => Number(element?.tagName.slice(1) ?? 0);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  return {
    language: document.documentElement.lang,
    firstHeadings: document.querySelectorAll("h1").length,
    skipped: headings
      .filter((heading, i) => level(heading) > level(headings[i - 1]) + 1)
      .map((heading) => heading.textContent ?? ""),
    emptyHeadings: headings.filter((heading) => (heading.textContent ?? "").trim() === "").length,
    twiceUsedIds: ids.filter((id, i) => ids.indexOf(id) !== i),
    leadingNowhere: [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => decodeURIComponent(link.getAttribute("href")?.slice(1) ?? ""))
      .filter((id) => document.getElementById(id) === null),
  };
}

/** Removes all but the first ten of many alike. */
export function keepFew(): void {
  for (const parent of document.querySelectorAll("tbody, ul, ol, dl, .cards, .trace-list"))
    for (const child of [...parent.children].slice(10)) child.remove();
}
