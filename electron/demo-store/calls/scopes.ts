const areas = ['site-info', 'member-info', 'promotion', 'community', 'product', 'order', 'payment', 'script']

/** Every scope an app can ask for. */
export const knownScopes: readonly string[] = [
  ...areas.flatMap((area) => [`${area}:read`, `${area}:write`]),
  'analytics:read',
]
