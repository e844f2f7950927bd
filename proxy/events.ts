/** Why a client left in the middle of a TLS handshake with us. */
export type HandshakeFailure =
  /** It said that it does not trust our certificate. */
  | 'certificate-rejected'
  /** It tore the connection down. */
  | 'reset'
  | 'timeout'
  /** It closed the connection without a word, as some clients do that do not trust a certificate. */
  | 'closed-in-silence'
  /** No protocol version or cipher in common, or no TLS at all after its first message. */
  | 'no-agreement';

/** What the user should be told when a recording ends, because calls may be missing or failed. */
export type ProxyEvent =
  | {
      readonly kind: 'handshake-failed';
      readonly host: string;
      readonly port: number;
      readonly failure: HandshakeFailure;
      readonly detail: string;
    }
  /** A connection to an intercepted host that carries no HTTP and was passed on unread. */
  | { readonly kind: 'not-http'; readonly host: string; readonly port: number }
  /** A connection to an intercepted host that was passed on unread, because no certificate of ours counts any more. */
  | { readonly kind: 'certificates-expired'; readonly host: string; readonly port: number }
  | {
      readonly kind: 'upstream-failed';
      readonly host: string;
      readonly port: number;
      readonly reason: string;
    }
  /** A request that could not be observed to its end, though it was carried. */
  | { readonly kind: 'call-lost'; readonly error: unknown }
  /** Something that should never happen, and did no more harm than end one connection. */
  | { readonly kind: 'internal-error'; readonly error: unknown };

/** Takes events; never throws. */
export type EventListener = (event: ProxyEvent) => void;
