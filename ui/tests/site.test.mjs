// The website in a real browser: every kind of page, by keyboard, on a phone, without a script; and how people sign in.
// The rule: a new kind of page adds its address to one of the two lists below.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { desktop, openAll, violations } from "../browser.mjs";
import { Site } from "../site.mjs";

const narrow = { width: 320, height: 640 };
const administrator = "ann@westmarch.example";

/** One address of every kind of page that anyone can read. */
const forAnyone = ["/", "/sign-in", "/signed-out", "/forgotten-password", "/forgotten-password/letter", "/set-password?link=x", "/accessibility", "/privacy", "/api", "/nothing-here"];
/** One address of every kind of page that only people who are signed in can read. */
const forPeople = ["/", "/account", "/account/name", "/account/password", "/account/close", "/people", "/people/invite", "/people/bob-example", "/people/bob-example/close"];

const site = new Site();

before(() => site.open());
after(() => site.close());

async function assertFit(page, address, viewport) {
  await openAll(page);
  assert.deepEqual(await violations(page), [], address);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= viewport.width, `${address} scrolls sideways: ${width} pixels`);
}

for (const [name, viewport] of [["1280 pixels", desktop], ["320 pixels", narrow]]) {
  test(`at ${name} nothing that anyone can read breaks WCAG 2.2 AA or scrolls sideways`, async () => {
    await site.visit({ viewport }, async (page) => {
      for (const address of forAnyone) {
        await page.goto(address);
        await assertFit(page, address, viewport);
      }
    });
  });

  test(`at ${name} nothing for people who are signed in breaks WCAG 2.2 AA or scrolls sideways`, async () => {
    await site.visit({ viewport, email: administrator }, async (page) => {
      for (const address of forPeople) {
        await page.goto(address);
        assert.equal(new URL(page.url()).pathname, address, "the page is there");
        await assertFit(page, address, viewport);
      }
    });
  });

  test(`at ${name} a form with something wrong breaks nothing either, and the keyboard is led to what is wrong`, async () => {
    await site.visit({ viewport, email: administrator }, async (page) => {
      await page.goto("/people/invite");
      await page.getByRole("button", { name: "Send the invitation" }).click();
      await assertFit(page, "/people/invite", viewport);
      assert.match(await page.title(), /^Error: Invite somebody – Westmarch – Commonweal$/);
      await page.waitForFunction(() => document.activeElement.classList.contains("govuk-error-summary"));
      await page.keyboard.press("Tab");
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.activeElement.id === "name");
    });
  });
}

test("under the site's own policy every page gets its style and its script, and nothing is refused", async () => {
  const context = await site.browser.newContext({ viewport: desktop, baseURL: site.address });
  const page = await context.newPage();
  const refused = [];
  page.on("console", (message) => /Content.Security.Policy|Refused/i.test(message.text()) && refused.push(message.text()));
  for (const address of forAnyone) await page.goto(address, { waitUntil: "networkidle" });
  assert.deepEqual(refused, []);
  await page.goto("/");
  await page.waitForFunction(() => document.body.classList.contains("govuk-frontend-supported"));
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.querySelector(".govuk-generic-header")).backgroundColor), "rgba(0, 0, 0, 0)");
  await context.close();
});

test("with the keyboard alone a person signs in, sees her account and signs out", async () => {
  await site.visit({ viewport: desktop }, async (page) => {
    const press = (key) => page.keyboard.press(key);
    const focused = () => page.evaluate(() => document.activeElement.textContent.trim() || document.activeElement.name);
    const tabTo = async (words) => {
      for (let presses = 0; presses < 60; presses += 1) {
        await press("Tab");
        if ((await focused()) === words) return;
      }
      assert.fail(`the keyboard never came to ${words}`);
    };
    await page.goto("/");
    await press("Tab");
    assert.equal(await focused(), "Skip to main content");
    await tabTo("Sign in");
    await press("Enter");
    await page.waitForURL("**/sign-in");
    await tabTo("email");
    await page.keyboard.type(administrator);
    await press("Tab");
    await page.keyboard.type(site.password);
    await press("Enter");
    await page.waitForURL(`${site.address}/`);
    await tabTo("Ann Example");
    await press("Enter");
    await page.waitForURL("**/account");
    await tabTo("Sign out");
    await press("Enter");
    await page.waitForURL("**/signed-out");
    await page.goto("/account");
    assert.equal(new URL(page.url()).pathname, "/sign-in");
  });
});

test("without a script a person signs in, is told what is wrong with a form, and does it right", async () => {
  await site.visit({ viewport: narrow, javaScriptEnabled: false, email: administrator }, async (page) => {
    await page.goto("/account/name");
    await page.getByLabel("Name", { exact: true }).fill("");
    await page.getByRole("button", { name: "Save" }).click();
    assert.ok(await page.getByRole("link", { name: "Enter your name" }).isVisible());
    await page.getByLabel("Name", { exact: true }).fill("Ann Example");
    await page.getByRole("button", { name: "Save" }).click();
    assert.ok(await page.getByText("Your name is changed").isVisible());
  });
});

test("whoever opens a page that needs a sign-in comes back to it afterwards", async () => {
  await site.visit({ viewport: desktop }, async (page) => {
    await page.goto("/people/invite");
    await page.getByLabel("E-mail address").fill(administrator);
    await page.getByLabel("Password", { exact: true }).fill(site.password);
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/people/invite");
  });
});

test("a password can be looked at while it is typed", async () => {
  await site.visit({ viewport: desktop }, async (page) => {
    await page.goto("/sign-in");
    const password = page.getByLabel("Password", { exact: true });
    await password.fill("what I typed");
    assert.equal(await password.getAttribute("type"), "password");
    await page.getByRole("button", { name: "Show password" }).click();
    assert.equal(await password.getAttribute("type"), "text");
  });
});
