// Filters the findings, and their marks on the timetable. Without it the page can be read whole; links between findings
// and slots need no script.
"use strict";

document.documentElement.classList.add("js");

const form = document.getElementById("filters");

if (form) {
  const words = (text) => (text ? text.split(" ") : []);
  const findings = Array.from(document.querySelectorAll("article.finding"), (element) => ({
    element,
    severity: element.dataset.severity,
    rule: element.dataset.rule,
    days: words(element.dataset.days),
    slots: words(element.dataset.slots),
    people: words(element.dataset.people),
  }));
  const badges = new Map(findings.map(({ element }) => [element.id, []]));
  for (const badge of document.querySelectorAll("a.badge")) badges.get(badge.hash.slice(1))?.push(badge);
  const groups = Array.from(document.querySelectorAll("section.group"), (element) => {
    const heading = element.querySelector("h4 span");
    return { element, heading, all: heading.textContent, articles: Array.from(element.querySelectorAll("article")) };
  });
  const output = form.querySelector("output");

  const show = (matches) => {
    let shown = 0;
    for (const finding of findings) {
      const visible = matches(finding);
      if (visible) shown += 1;
      if (finding.element.hidden === !visible) continue; // only what changes costs the browser anything
      finding.element.hidden = !visible;
      for (const badge of badges.get(finding.element.id)) badge.hidden = !visible;
    }
    for (const { element, heading, all, articles } of groups) {
      const left = articles.filter((article) => !article.hidden).length;
      element.hidden = left === 0;
      heading.textContent = left === articles.length ? all : `${left} of ${all}`;
    }
    output.textContent = `${shown} of ${findings.length} findings`;
  };

  const filter = () => {
    const severities = new Set(Array.from(form.querySelectorAll("[name=severity]:checked"), (box) => box.value));
    const rule = form.elements.rule.value;
    const day = form.elements.day.value;
    const person = form.elements.person.value;
    const slots = new Set(person ? words(form.elements.person.selectedOptions[0].dataset.slots) : []);
    const concerns = (finding) => finding.people.includes(person) || finding.slots.some((slot) => slots.has(slot));
    show(
      (finding) =>
        severities.has(finding.severity) &&
        (!rule || finding.rule === rule) &&
        (!day || finding.days.includes(day)) &&
        (!person || concerns(finding)),
    );
  };

  const targetOf = (hash) => {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null; // no URL: "#%"
    }
  };

  // A link to a finding shows it, whatever is filtered.
  const showTarget = () => {
    const target = targetOf(location.hash);
    if (!target || !target.hidden) return;
    form.reset();
    filter();
    // Again and again, because those above it are drawn only now and get their true heights.
    let frames = 5;
    const scroll = () => {
      target.scrollIntoView();
      if (--frames > 0) requestAnimationFrame(scroll);
    };
    scroll();
  };

  form.hidden = false;
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[type=reset]").addEventListener("click", (event) => {
    event.preventDefault(); // The form would be reset only after this, and the page would show the old filter till then.
    form.reset();
    filter();
  });
  addEventListener("hashchange", showTarget);
  addEventListener("beforeprint", () => show(() => true));
  addEventListener("afterprint", filter);
  // Where the form stays at the top of the window, what is linked to stops below it, however many lines it takes.
  new ResizeObserver(() => {
    const covered = getComputedStyle(form).position === "sticky" ? form.offsetHeight : 0;
    document.documentElement.style.scrollPaddingTop = covered ? `${covered + 16}px` : "";
  }).observe(form);
  filter(); // a browser may have kept what was chosen before the page was loaded again
  showTarget();
}

// On paper everything is unfolded, and every finding is there.
let folded = [];
addEventListener("beforeprint", () => {
  folded = Array.from(document.querySelectorAll("details:not([open])"));
  for (const details of folded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of folded) details.open = false;
});
