/** The credentials the demo app presents to the demo store; worth nothing anywhere else. */
export const demoClient = {
  clientId: '9d0c5f0e-7c1b-4a86-8a53-5b6e2f1d4c70',
  clientSecret: 'demo-store-secret-not-for-real-shops',
  redirectUri: 'http://127.0.0.1/oauth/callback',
  siteCode: 'S2024091250f7813d2ddab',
} as const
