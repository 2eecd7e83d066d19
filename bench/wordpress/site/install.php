<?php
// An empty site, as WordPress installs itself.

define( 'WP_INSTALLING', true );
require __DIR__ . '/config.php';
require_once ABSPATH . 'wp-settings.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

wp_install( 'A blog & its <odd> things', 'ada', 'ada@library.example', true, '', 'a password' );
global $wp_rewrite;
$wp_rewrite->set_permalink_structure( '/%year%/%monthnum%/%postname%/' );
$wp_rewrite->flush_rules( false );
update_option( 'thread_comments_depth', 10 );
update_option( 'comment_moderation', 0 );
echo get_bloginfo( 'version' );
