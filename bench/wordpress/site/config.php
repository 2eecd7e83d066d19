<?php
// What WordPress asks of its wp-config.php. The site, its folder and its database are those of the bench.

define( 'DB_NAME', getenv( 'WORDPRESS_DATABASE' ) );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:' . getenv( 'WORDPRESS_SOCKET' ) );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', getenv( 'WORDPRESS_ADDRESS' ) );
define( 'WP_SITEURL', getenv( 'WORDPRESS_ADDRESS' ) );
define( 'WP_CONTENT_DIR', getenv( 'WORDPRESS_CONTENT' ) );
define( 'WP_CONTENT_URL', WP_HOME . '/wp-content' );
define( 'WP_DEFAULT_THEME', 'plain' );
define( 'ABSPATH', '/usr/share/wordpress/' );
// Nothing is fetched from elsewhere, nothing happens by itself.
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', 'localhost' );
define( 'DISABLE_WP_CRON', true );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'WP_MEMORY_LIMIT', '512M' );
define( 'WP_TEMP_DIR', WP_CONTENT_DIR . '/temporary' );
$table_prefix = 'wp_';
$_SERVER['HTTP_HOST'] ??= parse_url( WP_HOME, PHP_URL_HOST ) . ':' . parse_url( WP_HOME, PHP_URL_PORT );
$_SERVER['REQUEST_METHOD'] ??= 'GET';
