<?php
// What PHP's own server hands every request to: files of the site as they are, all else to WordPress.

$path = rawurldecode( parse_url( $_SERVER['REQUEST_URI'], PHP_URL_PATH ) );
$file = getenv( 'WORDPRESS_CONTENT' ) . substr( $path, strlen( '/wp-content' ) );
if ( str_starts_with( $path, '/wp-content/uploads/' ) && is_file( $file ) ) {
	header( 'Content-Type: ' . mime_content_type( $file ) );
	readfile( $file );
	return;
}
define( 'WP_USE_THEMES', true );
require __DIR__ . '/config.php';
require_once ABSPATH . 'wp-settings.php';
wp();
require ABSPATH . WPINC . '/template-loader.php';
