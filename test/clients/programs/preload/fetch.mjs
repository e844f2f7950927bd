const url = 'https://bucket.s3.eu-west-1.amazonaws.com/key';
await fetch(url, { method: 'PUT', body: new Uint8Array(3_000_000) });
console.log((await (await fetch(url)).arrayBuffer()).byteLength);
