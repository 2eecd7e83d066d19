<?php
// The file that WordPress gives under Tools, Export, All content.

require __DIR__ . '/begin.php';
require_once ABSPATH . 'wp-admin/includes/export.php';
export_wp( array( 'content' => 'all' ) );
