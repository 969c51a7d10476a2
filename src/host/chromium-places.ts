/** Where an installed Chromium may lie: Chromium itself, Google Chrome or Microsoft Edge, which all print alike. */

/** What decides where programs lie: the platform of Node, and the environment. */
export interface Surroundings {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** The variable that names the program itself; nothing else is then tried. */
export const chromiumVariable = "PLANWRIGHT_CHROMIUM";

/** Names in the folders of PATH, Chromium first. */
const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
  "msedge",
];

const linuxPlaces = [
  "/snap/bin/chromium",
  "/usr/lib/chromium/chromium",
  "/opt/google/chrome/chrome",
  "/opt/microsoft/msedge/msedge",
  "/var/lib/flatpak/exports/bin/org.chromium.Chromium",
  "/var/lib/flatpak/exports/bin/com.google.Chrome",
];

const macApplications = ["Chromium", "Google Chrome", "Microsoft Edge"];

const windowsPlaces = [
  "Chromium\\Application\\chrome.exe",
  "Google\\Chrome\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/** Paths at which a Chromium may lie, likeliest first; whether any exists is for the caller to find out. */
export function chromiumPlaces({ platform, env }: Surroundings): readonly string[] {
  const windows = platform === "win32";
  const folders = (env.PATH ?? env.Path ?? "").split(windows ? ";" : ":").filter(isAbsolute);
  const onPath = names.flatMap((name) =>
    folders.map((folder) =>
      windows ? `${folder.replace(/\\+$/, "")}\\${name}.exe` : `${folder.replace(/\/+$/, "")}/${name}`,
    ),
  );
  return [...new Set([...onPath, ...usualPlaces({ platform, env })])];
}

/** A relative entry of PATH is the current folder of whoever looks: a program that lies among the plans is not run. */
function isAbsolute(folder: string): boolean {
  return /^(?:\/|[A-Za-z]:[\\/])/.test(folder);
}

function usualPlaces({ platform, env }: Surroundings): readonly string[] {
  if (platform === "win32") {
    const roots = [env.ProgramFiles, env["ProgramFiles(x86)"], env.LOCALAPPDATA];
    return roots.flatMap((root) => (root ? windowsPlaces.map((place) => `${root}\\${place}`) : []));
  }
  if (platform === "darwin") {
    const roots = ["/Applications", ...(env.HOME ? [`${env.HOME}/Applications`] : [])];
    return roots.flatMap((root) =>
      macApplications.map((name) => `${root}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  return linuxPlaces;
}
