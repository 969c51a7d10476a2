/** A text with Chinese characters; as a range, because Unicode properties take a millisecond to compile. */
export const chinese: RegExp = /[\u3400-\u9fff]/;
