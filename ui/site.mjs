// The website of a made-up place, running, and a browser to use it with.
// The rule: the site is an example of crates/website that ends when its standard input does; a page that asks another site for anything is caught.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { dirname, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { flags } from "./browser.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** The site: `address`, `folder` (with the letters in `mail/`) and everyone's `password`. */
export class Site {
  /** Starts it; `found` is the folder of what a search found in the place: without it there are no opportunities to look at. */
  async open(found = process.env.COMMONWEAL_FOUND) {
    const examples = process.env.COMMONWEAL_EXAMPLES;
    const folder = found ? [found] : [];
    const [command, words] = examples ? [`${examples}/site`, folder] : ["cargo", ["run", "--quiet", "-p", "website", "--example", "site", "--", ...folder]];
    this.program = spawn(command, words, { cwd: root, stdio: ["pipe", "pipe", "ignore"] });
    const ended = new Promise((_, reject) => this.program.once("exit", (code) => reject(new Error(`the site ended with ${code} before it began`))));
    const first = new Promise((resolve) => createInterface({ input: this.program.stdout }).once("line", resolve));
    Object.assign(this, JSON.parse(await Promise.race([first, ended])));
    ended.catch(() => {});
    this.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
  }

  async close() {
    await this.browser?.close();
    this.program?.stdin.end();
  }

  /** Runs `check` on a page of a new visitor, signed in as `email` where one is given. */
  async visit({ viewport, javaScriptEnabled = true, email }, check) {
    // The accessibility check is a script that is put into the page, which the site's own policy rightly forbids.
    const context = await this.browser.newContext({ viewport, javaScriptEnabled, bypassCSP: javaScriptEnabled, baseURL: this.address });
    const foreign = [];
    const page = await context.newPage();
    page.on("request", (request) => request.url().startsWith(this.address) || foreign.push(request.url()));
    page.on("pageerror", (error) => assert.fail(`the page's script failed: ${error}`));
    try {
      if (email) await this.signIn(page, email);
      await check(page);
    } finally {
      await context.close();
    }
    assert.deepEqual(foreign, [], "the page asked another site for something");
  }

  async signIn(page, email) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(this.password);
    await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: "Sign out" }).waitFor();
  }
}
