// The steps of a presentation.

import { DATA } from "./data.js";
import { aboutOf, FINDINGS, fullestView } from "./findings.js";

const MOST_STEPS = 8;

/** The steps of the story, or of one made of what the map shows. */
export const storySteps = () => (DATA.meta.story.length ? DATA.meta.story : ownStory());

/** Without a story: the picture that the map opens with, then what the findings point at, or each view. */
function ownStory() {
  const [[view, , purpose], ...others] = DATA.meta.sheets;
  const titles = Object.fromEntries(DATA.meta.sheets.map(([name, title]) => [name, title]));
  const told = FINDINGS.filter((finding) => aboutOf(finding).length).slice(0, MOST_STEPS).map((finding) => {
    const best = fullestView(finding);
    return { title: titles[best], text: finding.text, state: { view: best, finding: finding.key } };
  });
  const toured = others.map(([name, title, about]) => ({ title, text: about, state: { view: name } }));
  return [{ title: DATA.meta.title, text: purpose, state: { view } }, ...(told.length ? told : toured)];
}
