/** The files of a new plan, made from answers. Loaded only by `plan init`; holds no state. */
import type { Speaker } from "../language/speaker.ts";
import type { Answers } from "./answers.ts";
import { nameAll, observationFile, planText, schemaFile } from "./plan-text.ts";
import { githubText, gitlabText, hookText, observationText, readmeText, settingsText } from "./side-files.ts";

export type { Answers, MonthRange, StarterFrequency, StarterIndicator } from "./answers.ts";
export { frequencies, idOf, isId, oneLine, readFigure, readMonths, usualPeriod } from "./answers.ts";

/** A file to be written; path relative to the folder of the plan. */
export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

export interface StarterInput {
  readonly answers: Answers;
  /** Speaks the language of the plan. */
  readonly speaker: Speaker;
  /** Version of the program that pipelines install. */
  readonly version: string;
  /** The schema as text, in the language of the plan. */
  readonly schema: string;
  /** False inside a repository that has its settings and pipelines already. */
  readonly whole: boolean;
}

/** The plan first, then what stands beside it. */
export function starterFiles({
  answers,
  speaker,
  version,
  schema,
  whole,
}: StarterInput): readonly StarterFile[] {
  const named = nameAll(answers);
  const plan = `${answers.id}.plan.yaml`;
  const own = [
    { path: plan, text: planText(answers, named, speaker) },
    { path: observationFile, text: observationText(answers, named, speaker) },
    { path: schemaFile, text: schema },
  ];
  if (!whole) return own;
  return [
    ...own,
    { path: "planwright.yaml", text: settingsText(speaker) },
    { path: "README.md", text: readmeText(answers, plan, speaker) },
    { path: ".github/workflows/plans.yml", text: githubText(version, speaker) },
    { path: ".gitlab-ci.yml", text: gitlabText(version, speaker) },
    { path: ".pre-commit-config.yaml", text: hookText(version, speaker) },
  ];
}
