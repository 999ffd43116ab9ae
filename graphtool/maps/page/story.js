// The steps of a presentation.

import { DATA } from "./data.js";
import { aboutOf, FINDINGS, fullestView } from "./findings.js";

const MOST_STEPS = 8;

/** @param {string[]} said @returns {Words} */
const words3 = ([nb, nn, en]) => [nb, nn, en];

/** What a sentence says, and what it goes on with or names after two words as "blant dem"; a colon in a name parts
 * nothing.
 * @param {string} sentence */
function parted(sentence) {
  const parts = /^((?:«[^»]*»|“[^”]*”|[^«“]){20,}?)(?:[:;]|,(?= \S+ \S+ [«“])) (.*)$/s;
  const [, title = sentence, more = ""] = parts.exec(sentence) || [];
  return [title, more && more[0].toUpperCase() + more.slice(1)];
}

/** The steps of the story, or of one made of what the map shows. */
export const storySteps = () => (DATA.meta.story.length ? DATA.meta.story : ownStory());

/** Without a story: the picture that the map opens with, then what the findings point at, or each view. */
function ownStory() {
  const [[view, , purpose], ...others] = DATA.meta.sheets;
  const titles = Object.fromEntries(DATA.meta.sheets.map(([name, title]) => [name, title]));
  const told = FINDINGS.filter((finding) => aboutOf(finding).length).slice(0, MOST_STEPS).map((finding) => {
    const best = fullestView(finding);
    const parts = finding.text.map((sentence) => parted(sentence));
    return { title: words3(parts.map(([title]) => title)), state: { view: best, finding: finding.key },
      text: words3(parts.map(([, more], lang) => [more, titles[best][lang]].filter(Boolean).join(" · "))) };
  });
  const toured = others.map(([name, title, about]) => ({ title, text: about, state: { view: name } }));
  return [{ title: DATA.meta.title, text: purpose, state: { view } }, ...(told.length ? told : toured)];
}
