// The report in a real browser: accessible, offline, usable by keyboard, readable on a phone, and printable.
// The rule: made-up data only. COMMONWEAL_REPORT names a report to look at; without it one is made by the example
// of crates/pages. No request may leave the page, whatever is in it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };
const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

let folder;
let address;
let addressWithoutScript;
let browser;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "commonweal-report-"));
  const path = process.env.COMMONWEAL_REPORT ?? made();
  address = pathToFileURL(path).href;
  // The accessibility check is itself a script, so a browser without scripts cannot run it: it looks at the report with its script cut out.
  const bare = join(folder, "without-script.html");
  writeFileSync(bare, readFileSync(path, "utf8").replace(/<script>[^]*?<\/script>/, ""));
  addressWithoutScript = pathToFileURL(bare).href;
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Writes the made-up report and gives its path. */
function made() {
  const path = join(folder, "report.html");
  const example = process.env.COMMONWEAL_MADE_UP_REPORT;
  if (example) execFileSync(example, [path]);
  else execFileSync("cargo", ["run", "--quiet", "-p", "pages", "--example", "made_up_report", "--", path], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  return path;
}

/** Runs `check` on the report; gives back what the page asked for besides itself. */
async function onPage({ viewport, javaScriptEnabled = true, at = address }, check) {
  const context = await browser.newContext({ viewport, javaScriptEnabled, bypassCSP: true });
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

/** Opens everything, so that what is closed is looked at too. */
const openAll = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));

/** The violations, each in one line. */
async function violations(page) {
  await page.evaluate(axeSource);
  const found = await page.evaluate((tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }), wcag);
  return found.violations.map((one) => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map((node) => node.target.join(" ")).join("; ")}`);
}

for (const [name, viewport] of [["a desktop", desktop], ["a phone", phone]]) {
  test(`on ${name}, with its script, nothing breaks WCAG 2.2 AA`, async () => {
    await onPage({ viewport }, async (page) => {
      await openAll(page);
      assert.deepEqual(await violations(page), []);
    });
  });

  test(`on ${name}, without its script, nothing breaks WCAG 2.2 AA`, async () => {
    await onPage({ viewport, at: addressWithoutScript }, async (page) => assert.deepEqual(await violations(page), []));
  });
}

test("in a browser without scripts everything is there and the filters are not", async () => {
  await onPage({ viewport: desktop, javaScriptEnabled: false }, async (page) => {
    assert.equal(await page.locator("#filters").isVisible(), false);
    assert.ok(await page.locator(".cw-ranked tbody tr").first().isVisible());
    await page.locator("#cards ~ details summary").first().click();
    assert.ok(await page.locator("#cards ~ details .govuk-details__text").first().isVisible());
  });
});

test("the report asks for nothing besides itself", async () => {
  const asked = await onPage({ viewport: desktop }, openAll);
  assert.deepEqual(asked, []);
});

test("the first thing the keyboard reaches leads past the header", async () => {
  await onPage({ viewport: desktop }, async (page) => {
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to main content");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "content");
  });
});

test("an officer filters by kind with the keyboard alone, hears how many are left, and shows all again", async () => {
  await onPage({ viewport: desktop }, async (page) => {
    const rows = page.locator(".cw-ranked tbody tr");
    const all = await rows.count();
    const ofKind = await page.locator(".cw-ranked tbody tr[data-kind=same-need]").count();
    assert.ok(ofKind > 0 && ofKind < all);
    await page.locator("#filter-kind").focus();
    await page.keyboard.type("Same need");
    assert.equal(await page.locator(".cw-ranked tbody tr:not([hidden])").count(), ofKind);
    assert.match(await page.locator("#filter-count").textContent(), new RegExp(`^Showing ${ofKind} opportunit(y|ies) of ${all}\\.$`));
    await page.getByRole("button", { name: "Show all" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => !document.querySelector(".cw-ranked tbody tr[hidden]"));
  });
});

test("an officer who filters by her own body sees only opportunities that it is part of", async () => {
  await onPage({ viewport: desktop }, async (page) => {
    const body = await page.locator("#filter-body option").nth(1).getAttribute("value");
    await page.locator("#filter-body").selectOption(body);
    const shown = await page.locator(".cw-ranked tbody tr:not([hidden])").evaluateAll((rows) => rows.map((row) => row.dataset.bodies.split(" ")));
    assert.ok(shown.length > 0 && shown.every((bodies) => bodies.includes(body)));
  });
});

test("a link to an opportunity leads to it, and a link into something closed opens it", async () => {
  await onPage({ viewport: desktop }, async (page) => {
    await page.locator(".cw-ranked a").first().click();
    const target = await page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))?.getBoundingClientRect().top);
    assert.ok(target < desktop.height, `the opportunity stands at ${target}`);
  });
});

test("at 320 pixels nothing makes the page scroll sideways, open or closed", async () => {
  await onPage({ viewport: { width: 320, height: 640 } }, async (page) => {
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(await width(), 320);
    await openAll(page);
    assert.equal(await width(), 320);
  });
});

test("the keyboard stops at a table only where there is something to scroll", async () => {
  await onPage({ viewport: desktop }, async (page) => {
    const wrong = await page.locator(".cw-scroll").evaluateAll((frames) =>
      frames.filter((frame) => (frame.scrollWidth > frame.clientWidth + 1) !== frame.hasAttribute("tabindex")).length);
    assert.equal(wrong, 0);
  });
});

test("it prints as a paper: no filters, no scrolling frames, and a file of pages", async () => {
  await onPage({ viewport: desktop }, async (page) => {
    const pdf = await page.pdf({ preferCSSPageSize: true });
    assert.equal(pdf.subarray(0, 5).toString(), "%PDF-");
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("#filters").isVisible(), false);
    const overflow = await page.locator(".cw-scroll").evaluateAll((frames) => frames.filter((frame) => getComputedStyle(frame).overflowX !== "visible").length);
    assert.equal(overflow, 0);
    assert.equal(await page.locator("thead").first().evaluate((head) => getComputedStyle(head).display), "table-header-group");
  });
});
