import { expect, test } from "vitest";
import { chromiumPlaces } from "../../src/host/chromium-places.ts";

test("PATH stands before the usual places, Chromium before the others, folders in their order", () => {
  const places = chromiumPlaces({ platform: "linux", env: { PATH: "/home/a/bin/:/usr/bin" } });
  expect(places.slice(0, 4)).toEqual([
    "/home/a/bin/chromium",
    "/usr/bin/chromium",
    "/home/a/bin/chromium-browser",
    "/usr/bin/chromium-browser",
  ]);
  expect(places).toContain("/usr/bin/google-chrome-stable");
  expect(places.indexOf("/snap/bin/chromium")).toBeGreaterThan(places.indexOf("/usr/bin/msedge"));
});

test("a program in the current folder, where the plans are, is never run", () => {
  const places = chromiumPlaces({ platform: "linux", env: { PATH: ":.:bin:./bin" } });
  expect(places.filter((place) => !place.startsWith("/"))).toEqual([]);
});

test("applications of macOS, of all users and of one's own", () => {
  const places = chromiumPlaces({ platform: "darwin", env: { HOME: "/Users/li" } });
  expect(places).toContain("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  expect(places).toContain("/Users/li/Applications/Chromium.app/Contents/MacOS/Chromium");
});

test("Windows: PATH with semicolons, and the program folders; Edge is there on every machine", () => {
  const env = {
    Path: "C:\\Tools\\;D:\\x",
    ProgramFiles: "C:\\Program Files",
    "ProgramFiles(x86)": "C:\\P86",
  };
  const places = chromiumPlaces({ platform: "win32", env });
  expect(places[0]).toBe("C:\\Tools\\chromium.exe");
  expect(places).toContain("D:\\x\\msedge.exe");
  expect(places).toContain("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
  expect(places).toContain("C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe");
});

test("without any environment there are the usual places of the platform", () => {
  expect(chromiumPlaces({ platform: "linux", env: {} })).toContain("/opt/google/chrome/chrome");
  expect(chromiumPlaces({ platform: "win32", env: {} })).toEqual([]);
});
