/** What wrangler.toml and the secrets give the Worker. The settings are explained in the README. */
declare namespace Cloudflare {
  interface Env {
    DB: D1Database
    INBOUND_ADDRESS: string
    FROM_ADDRESS: string
    BASE_URL: string
    ALLOWED_SENDERS: string
    /** Who learns by "status" how the service does; where it is left out, the first address of ALLOWED_SENDERS. */
    OWNER?: string
    POSTMARK_API: string
    POSTMARK_TOKEN: string
    INBOUND_AUTH: string
    LINK_KEY: string
    /** "1": mail is taken only with proof of its sender; "0": without any. See docs/decisions.md. */
    REQUIRE_AUTH?: string
    /** Letters for all users in an hour; 20,000 where it is left out. */
    LETTERS_PER_HOUR?: string
    /** The time at which the database was put back to an earlier state. See docs/operations.md. */
    RESTORED_AT?: string
    /** "1" lets a request set its time; for local use and tests only. */
    LOCAL_CLOCK?: string
    /** Only in tests. */
    TEST_MIGRATIONS: import('cloudflare:test').D1Migration[]
  }
}
