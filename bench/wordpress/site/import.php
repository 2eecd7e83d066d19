<?php
// Brings a file in as Tools, Import, WordPress does, with a new account for each author, with the files fetched and, since 0.9, with
// links to the site that it comes from led here.
// The first argument is the file, the second the folder of the plugin WordPress Importer.

define( 'WP_LOAD_IMPORTERS', true );
require __DIR__ . '/begin.php';
// What every new site is given.
foreach ( array( 1, 2, 3 ) as $id ) {
	if ( '1' === get_option( 'fresh_site' ) ) {
		wp_delete_post( $id, true );
	}
}
update_option( 'fresh_site', '0' );
require $argv[2] . '/wordpress-importer.php';

$importer = new WP_Import();
$importer->fetch_attachments = true;
$parsed = made( ( new WXR_Parser() )->parse( $argv[1] ) );
$_POST['imported_authors'] = array_keys( $parsed['authors'] );
$importer->import( $argv[1], array( 'rewrite_urls' => true ) );
