import { useState } from 'react'
import styles from './lines.module.css'

/** What the product looks like. Its place is kept whether there is a picture or not, so that nothing moves when one comes. */
export function LinePicture({ path }: { path: string | null }) {
  const [broken, setBroken] = useState<string | null>(null)
  return (
    <span className={styles.picture}>
      {path === null || path === broken ? null : (
        <img
          src={path}
          alt=""
          draggable={false}
          decoding="async"
          onError={() => {
            setBroken(path)
          }}
        />
      )}
    </span>
  )
}
