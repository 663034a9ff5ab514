export async function submit(_folder: string, _extra: string[], _options: object): Promise<void> {}
