export function withSharedShapes(code: string): string;
export function countSpreadLiterals(code: string): { readonly all: number; readonly shared: number };
