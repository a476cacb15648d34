// The report in a real browser: accessible, offline, usable by keyboard, readable on a phone, and printable.
// The rule: made-up data only. COMMONWEAL_EXAMPLES names the folder of built examples; without it cargo builds them.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Look, desktop, openAll, phone, violations } from "../browser.mjs";

const examples = process.env.COMMONWEAL_EXAMPLES;
const look = new Look("made_up_report", examples && `${examples}/made_up_report`);
const onPage = (how, check) => look.onPage(how, check);

before(() => look.open());
after(() => look.close());

for (const [name, viewport] of [["a desktop", desktop], ["a phone", phone]]) {
  test(`on ${name}, with its script, nothing breaks WCAG 2.2 AA`, async () => {
    await onPage({ viewport }, async (page) => {
      await openAll(page);
      assert.deepEqual(await violations(page), []);
    });
  });

  test(`on ${name}, without its script, nothing breaks WCAG 2.2 AA`, async () => {
    await onPage({ viewport, at: look.addressWithoutScript }, async (page) => assert.deepEqual(await violations(page), []));
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
