// Maps in a real browser: accessible, offline, usable by keyboard, and lit together with the list beside them.
// The rule: the page is made by an example; what it shows of England is facts, and the rest is made up.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Look, desktop, phone, violations } from "../browser.mjs";

const examples = process.env.COMMONWEAL_EXAMPLES;
const look = new Look("maps", examples && `${examples}/maps`);

before(() => look.open());
after(() => look.close());

for (const [name, viewport] of [["a desktop", desktop], ["a phone", phone]]) {
  test(`on ${name} nothing in a map breaks WCAG 2.2 AA`, async () => {
    await look.onPage({ viewport }, async (page) => assert.deepEqual(await violations(page), []));
  });
}

test("a map asks for nothing besides itself", async () => {
  assert.deepEqual(await look.onPage({ viewport: desktop }, (page) => page.hover('#england a[data-body="leeds"]')), []);
});

test("at 320 pixels a map never scrolls sideways", async () => {
  await look.onPage({ viewport: { width: 320, height: 640 } }, async (page) => {
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  });
});

test("without a script the map is whole, its areas are links, and no button waits for a script", async () => {
  await look.onPage({ viewport: desktop, javaScriptEnabled: false, at: look.addressWithoutScript }, async (page) => {
    assert.equal(await page.locator("#england .cw-map__controls").isVisible(), false);
    assert.equal(await page.locator('#england a[data-body="leeds"] title').textContent(), "Leeds: no arrangement");
    await page.locator('#england a[data-body="leeds"]').click();
    assert.match(page.url(), /#leeds$/);
  });
});

test("the Tab key comes to one area of many, and the arrows lead from it to its neighbours", async () => {
  await look.onPage({ viewport: desktop }, async (page) => {
    const body = () => page.evaluate(() => document.activeElement.dataset.body);
    assert.equal(await page.locator('#england a[data-body][tabindex="0"]').count(), 1);
    await page.locator('#england a[data-body="leeds"]').focus();
    await page.keyboard.press("ArrowRight");
    const east = await body();
    assert.notEqual(east, "leeds");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await body(), "leeds");
    assert.equal(await page.locator('#england a[data-body][tabindex="0"]').getAttribute("data-body"), "leeds");
  });
});

test("the map comes nearer by button and by key, says so, and is whole again", async () => {
  await look.onPage({ viewport: desktop }, async (page) => {
    const width = () => page.locator("#england svg.cw-map__picture").evaluate((svg) => svg.viewBox.baseVal.width);
    const whole = await width();
    await page.locator('#england [data-zoom="in"]').click();
    assert.ok((await width()) < whole * 0.7);
    assert.match(await page.locator("#england [data-told]").textContent(), /1\.6 times nearer/);
    await page.locator('#england a[data-body="leeds"]').focus();
    await page.keyboard.press("+");
    assert.ok((await width()) < whole * 0.5);
    await page.keyboard.press("0");
    assert.equal(await width(), whole);
  });
});

test("a map that was brought nearer is drawn along by the pointer, and that follows no link", async () => {
  await look.onPage({ viewport: desktop }, async (page) => {
    await page.locator('#england [data-zoom="in"]').click();
    const picture = page.locator("#england svg.cw-map__picture");
    await picture.scrollIntoViewIfNeeded();
    const box = await picture.boundingBox();
    const left = () => picture.evaluate((svg) => svg.viewBox.baseVal.x);
    const before = await left();
    const address = page.url();
    await page.mouse.move(box.x + box.width / 2, box.y + 200);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 80, box.y + 210, { steps: 4 });
    await page.mouse.up();
    assert.ok((await left()) > before + 50);
    assert.equal(page.url(), address);
    // A click after the drag is a click again.
    await page.locator('#england a[data-body="leicester"]').click();
    assert.match(page.url(), /#leicester$/);
  });
});

test("the row of the list and its line on the map are lit together", async () => {
  await look.onPage({ viewport: desktop }, async (page) => {
    await page.locator('li[data-arrangement="tricuro"] a').focus();
    assert.equal(await page.locator('#england a[data-arrangement="tricuro"].cw-is-lit').count(), 1);
    await page.locator('#england a[data-arrangement="joint-procurement-of-brent-and-harrow"]').focus();
    assert.equal(await page.locator('li[data-arrangement="joint-procurement-of-brent-and-harrow"].cw-is-lit').count(), 1);
    assert.equal(await page.locator('li[data-arrangement="tricuro"].cw-is-lit').count(), 0);
  });
});

test("a map prints with its legend and without its buttons", async () => {
  await look.onPage({ viewport: desktop }, async (page) => {
    await page.emulateMedia({ media: "print" });
    assert.equal(await page.locator("#england .cw-map__controls").isVisible(), false);
    assert.equal(await page.locator("#england .cw-map__legend").isVisible(), true);
  });
});
