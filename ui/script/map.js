// Help with a map for readers with a script: nearer and farther, arrows from area to area, and the row of a list lit with its area.
// The map is whole without it, and so is the list beside it; it asks for nothing and keeps nothing.
(() => {
  "use strict";

  const keys = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const nearest = 12;

  class MapPicture {
    constructor(figure) {
      this.svg = figure.querySelector("svg");
      this.told = figure.querySelector("[data-told]");
      this.whole = this.svg.getAttribute("viewBox").split(" ").map(Number);
      this.view = [...this.whole];
      this.areas = [...this.svg.querySelectorAll("a[data-body], a[data-arrangement]")];
      this.kept = [...this.svg.querySelectorAll(".cw-map__numbers text, .cw-map__names text, .cw-map__marks path")].map(asKept);
      this.buttons(figure);
      this.oneStop();
      this.drag();
      this.svg.addEventListener("keydown", (event) => this.key(event));
      this.svg.addEventListener("focusin", (event) => this.bringIntoView(event.target));
    }

    buttons(figure) {
      const controls = figure.querySelector(".cw-map__controls");
      controls.hidden = false;
      controls.addEventListener("click", (event) => this.zoom(event.target.dataset.zoom));
    }

    zoom(how) {
      if (how === "all") this.view = [...this.whole];
      if (how === "in") this.nearer(1.6);
      if (how === "out") this.nearer(1 / 1.6);
      if (how) this.say();
    }

    /** How many times nearer than the whole map. */
    get times() {
      return this.whole[2] / this.view[2];
    }

    nearer(factor) {
      const times = Math.min(nearest, Math.max(1, this.times * factor));
      const [left, top, width, height] = this.view;
      const size = [this.whole[2] / times, this.whole[3] / times];
      this.show([left + (width - size[0]) / 2, top + (height - size[1]) / 2, ...size]);
    }

    show([left, top, width, height]) {
      const inside = (at, size, whole) => Math.min(Math.max(at, 0), whole - size);
      this.view = [inside(left, width, this.whole[2]), inside(top, height, this.whole[3]), width, height];
      this.say();
    }

    say() {
      this.svg.setAttribute("viewBox", this.view.map((number) => number.toFixed(1)).join(" "));
      this.svg.classList.toggle("cw-is-near", this.times > 1.01);
      for (const { element, at, share } of this.kept) {
        const scale = Math.min(1, share / this.times);
        element.setAttribute("transform", `translate(${at}) scale(${scale.toFixed(4)}) translate(${at.map((number) => -number)})`);
      }
      this.told.textContent = this.times > 1.01 ? `Map shown ${this.times.toFixed(1)} times nearer.` : "Whole map shown.";
    }

    /** Of many areas one is a stop of the Tab key, and arrows lead to the others. */
    oneStop() {
      this.isOneStop = this.areas.some((area) => area.getAttribute("tabindex") === "-1");
      if (!this.isOneStop) return;
      const first = this.areas.find((area) => area.querySelector(".cw-map__chosen")) ?? this.areas[0];
      this.stopAt(first);
    }

    stopAt(area) {
      for (const other of this.areas) other.setAttribute("tabindex", other === area ? "0" : "-1");
    }

    key(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const how = { "+": "in", "=": "in", "-": "out", 0: "all" }[event.key];
      const direction = keys[event.key];
      if (how) this.zoom(how);
      else if (direction) this.step(direction);
      else return;
      event.preventDefault();
    }

    /** To the area that lies nearest in that direction. */
    step([right, down]) {
      const from = document.activeElement.closest?.("a");
      if (!this.areas.includes(from)) return;
      const here = middle(from);
      let best;
      for (const area of this.areas) {
        const there = middle(area);
        const [x, y] = [there[0] - here[0], there[1] - here[1]];
        const ahead = x * right + y * down;
        const aside = Math.abs(x * down) + Math.abs(y * right);
        if (area === from || ahead < 1 || aside > ahead * 1.8) continue;
        const far = ahead + aside * 1.5;
        if (!best || far < best.far) best = { area, far };
      }
      if (!best) return;
      if (this.isOneStop) this.stopAt(best.area);
      best.area.focus();
    }

    bringIntoView(target) {
      const area = target.closest?.("a");
      if (!area || this.times <= 1.01) return;
      const box = area.getBBox();
      const [left, top, width, height] = this.view;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      if (x < left || y < top || x > left + width || y > top + height) this.show([x - width / 2, y - height / 2, width, height]);
    }

    /** A map that was brought nearer can be drawn along; the click that ends a drag follows no link. */
    drag() {
      let from;
      let hasMoved = false;
      this.svg.addEventListener("pointerdown", (event) => {
        hasMoved = false;
        if (this.times > 1.01) from = { x: event.clientX, y: event.clientY, view: [...this.view] };
      });
      this.svg.addEventListener("pointermove", (event) => {
        if (!from) return;
        const [x, y] = [event.clientX - from.x, event.clientY - from.y];
        hasMoved ||= Math.hypot(x, y) > 4;
        if (!hasMoved) return;
        const unit = from.view[2] / this.svg.getBoundingClientRect().width;
        this.show([from.view[0] - x * unit, from.view[1] - y * unit, from.view[2], from.view[3]]);
      });
      addEventListener("pointerup", () => (from = undefined));
      addEventListener("pointercancel", () => (from = undefined));
      this.svg.addEventListener("click", (event) => hasMoved && event.preventDefault(), { capture: true });
      this.svg.addEventListener("dragstart", (event) => event.preventDefault());
    }
  }

  /** Marks and words stay as large as they are when the map comes nearer; a number that is small for its area grows to that. */
  function asKept(element) {
    const size = (one) => Number(one.getAttribute("font-size"));
    const share = size(element) ? size(element.parentElement) / size(element) : 1;
    return { element, at: placeOf(element), share };
  }

  function placeOf(element) {
    if (element.dataset.at) return element.dataset.at.split(" ").map(Number);
    if (element.hasAttribute("x")) return [Number(element.getAttribute("x")), Number(element.getAttribute("y"))];
    const start = /^M(-?\d+) (-?\d+)/.exec(element.getAttribute("d"));
    return start.slice(1).map(Number);
  }

  function middle(area) {
    const box = area.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  }

  /** Lights everything on the page that is of the same body or arrangement. */
  function light(event) {
    const one = event.target.closest?.("[data-body], [data-arrangement]");
    for (const lit of document.querySelectorAll(".cw-is-lit")) lit.classList.remove("cw-is-lit");
    if (!one) return;
    const name = one.dataset.arrangement ? "arrangement" : "body";
    for (const other of document.querySelectorAll(`[data-${name}="${CSS.escape(one.dataset[name])}"]`)) other.classList.add("cw-is-lit");
  }

  const figures = [...document.querySelectorAll("[data-map]")];
  for (const figure of figures) new MapPicture(figure);
  if (figures.length) {
    document.addEventListener("mouseover", light);
    document.addEventListener("focusin", light);
  }
})();
