/** Thrown where a text holds what the layout does not settle (a question mark before a key …): the file stays as it is. */
export class Unsettled extends Error {}
