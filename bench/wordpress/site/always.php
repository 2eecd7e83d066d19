<?php
// What plugins and themes do to a blog over the years, and what a site on this machine alone must be told.

add_action( 'init', function () {
	register_post_type( 'event', array( 'public' => true, 'label' => 'Events', 'supports' => array( 'title', 'editor', 'comments' ) ) );
	register_taxonomy( 'mood', array( 'post', 'event' ), array( 'public' => true, 'label' => 'Moods' ) );
	add_shortcode( 'greet', fn( $said ) => 'Good morning, ' . esc_html( $said['name'] ?? 'you' ) );
	add_shortcode( 'box', fn( $said, $inside ) => '<div class="box">' . do_shortcode( $inside ) . '</div>' );
} );
add_action( 'after_setup_theme', function () {
	add_theme_support( 'post-formats', array( 'aside', 'chat', 'gallery', 'link', 'image', 'quote', 'status', 'video', 'audio' ) );
	add_theme_support( 'post-thumbnails' );
	add_theme_support( 'html5', array( 'caption', 'gallery' ) );
} );

// Whoever knows the word reads as the administrator, also what is locked, and all pages of a text at once.
if ( ( $_SERVER['HTTP_X_BENCH'] ?? '' ) === 'all' ) {
	add_filter( 'determine_current_user', fn() => 1 );
	remove_action( 'template_redirect', 'redirect_canonical' );
	add_filter( 'post_password_required', '__return_false' );
	add_filter( 'content_pagination', fn( $pages ) => array( implode( "\n\n", $pages ) ) );
}

// The other site is on this machine as well, at a port of its own.
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter( 'http_allowed_safe_ports', fn( $ports, $host, $url ) => array_merge( $ports, array( parse_url( $url, PHP_URL_PORT ) ) ), 10, 3 );

if ( ! function_exists( 'wp_mail' ) ) {
	function wp_mail() {
		return true;
	}
}
