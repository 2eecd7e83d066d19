<?php
// WordPress for a script that is run from a terminal, as its administrator.

require __DIR__ . '/config.php';
require_once ABSPATH . 'wp-settings.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
set_time_limit( 0 );
wp_set_current_user( 1 );

/** What WordPress made, or why it did not. */
function made( $result ) {
	if ( is_wp_error( $result ) ) {
		throw new RuntimeException( $result->get_error_message() );
	}
	return $result;
}
