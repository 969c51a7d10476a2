/** The forms in which `check` tells what it found. */

/** Made plan by plan, as text. */
export const streamedFormats = ["text", "json"] as const;
/** Made for other programs of a pipeline, from all plans together. */
export const pipelineFormats = ["sarif", "junit", "github", "markdown"] as const;

export const checkFormats = [...streamedFormats, ...pipelineFormats] as const;
export type CheckFormat = (typeof checkFormats)[number];
export type StreamedFormat = (typeof streamedFormats)[number];
export type PipelineFormat = (typeof pipelineFormats)[number];

/** The format of a name; null for none. */
export function formatOf(name: unknown): CheckFormat | null {
  return checkFormats.find((one) => one === name) ?? null;
}

/** True for a format made from all plans together. */
export function isPipelineFormat(format: CheckFormat): format is PipelineFormat {
  return (pipelineFormats as readonly string[]).includes(format);
}
