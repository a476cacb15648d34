// What the pages of the site do with a script: the design system's parts (imported above by the build), and frames that only
// stop the keyboard where there is something to scroll. Every page is whole without it; it stores and asks for nothing.
document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) document.body.classList.add("govuk-frontend-supported");
initAll();

const fitFrames = () =>
  document.querySelectorAll(".cw-scroll").forEach((frame) => {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    else frame.removeAttribute("tabindex");
  });
fitFrames();
addEventListener("resize", fitFrames);
