// A page in a real browser: headless Chromium, what it asks for, and what breaks WCAG 2.2 AA.
// The rule: pages of made-up data only, opened from disk; a page that asks for anything besides itself is caught.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
export const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };

/** A page made by an example of crates/pages (or by `made`, where that is its path), and a browser to look at it with. */
export class Look {
  constructor(example, made) {
    this.folder = mkdtempSync(join(tmpdir(), "commonweal-page-"));
    const path = join(this.folder, "page.html");
    if (made) execFileSync(made, [path]);
    else execFileSync("cargo", ["run", "--quiet", "-p", "pages", "--example", example, "--", path], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
    this.address = pathToFileURL(path).href;
    // The accessibility check is itself a script, so a browser without scripts cannot run it: it looks at the page with its script cut out.
    const bare = join(this.folder, "without-script.html");
    writeFileSync(bare, readFileSync(path, "utf8").replace(/<script>[^]*?<\/script>/, ""));
    this.addressWithoutScript = pathToFileURL(bare).href;
  }

  async open() {
    this.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
  }

  async close() {
    await this.browser?.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs `check` on the page; gives back what the page asked for besides itself. */
  async onPage({ viewport, javaScriptEnabled = true, at = this.address }, check) {
    const context = await this.browser.newContext({ viewport, javaScriptEnabled, bypassCSP: true });
    const asked = [];
    const page = await context.newPage();
    page.on("request", (request) => request.url().split("#")[0] !== at && asked.push(request.url()));
    page.on("pageerror", (error) => assert.fail(`the page's script failed: ${error}`));
    try {
      await page.goto(at);
      await check(page);
    } finally {
      await context.close();
    }
    return asked;
  }
}

/** Opens everything, so that what is closed is looked at too. */
export const openAll = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));

/** The violations, each in one line. */
export async function violations(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }), wcag);
  return found.violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ")}`);
}
