<?php
// All that the database of WordPress holds of the blog, as JSON.

require __DIR__ . '/begin.php';
global $wpdb;

$types = get_post_types( array( 'can_export' => true ) );
$list = "'" . implode( "','", array_map( 'esc_sql', $types ) ) . "'";

function terms_of( $id ) {
	$terms = wp_get_object_terms( $id, array( 'category', 'post_tag' ) );
	return array_map( fn( $term ) => array( 'taxonomy' => $term->taxonomy, 'slug' => $term->slug, 'name' => $term->name ), $terms );
}

function comments_of( $id ) {
	global $wpdb;
	$rows = $wpdb->get_results( $wpdb->prepare( "SELECT * FROM $wpdb->comments WHERE comment_post_ID = %d ORDER BY comment_ID", $id ) );
	return array_map(
		fn( $row ) => array(
			'id'      => (int) $row->comment_ID,
			'parent'  => (int) $row->comment_parent,
			'name'    => $row->comment_author,
			'email'   => $row->comment_author_email,
			'url'     => $row->comment_author_url,
			'at'      => $row->comment_date_gmt,
			'text'    => $row->comment_content,
			'state'   => $row->comment_approved,
			'type'    => $row->comment_type,
			'user'    => (int) $row->user_id,
		),
		$rows
	);
}

/** Where a picture stands, in each of its sizes. */
function urls_of( $id ) {
	$sizes = array_merge( array( 'full' ), get_intermediate_image_sizes() );
	$urls = array_map( fn( $size ) => wp_get_attachment_image_url( $id, $size ), $sizes );
	return array_values( array_unique( array_filter( array_merge( $urls, array( wp_get_original_image_url( $id ) ) ) ) ) );
}

function text_of( $post ) {
	$author = get_userdata( $post->post_author );
	$is_file = 'attachment' === $post->post_type;
	return array(
		'id'       => (int) $post->ID,
		'type'     => $post->post_type,
		'status'   => $post->post_status,
		'title'    => $post->post_title,
		'excerpt'  => $post->post_excerpt,
		'body'     => $post->post_content,
		'slug'     => $post->post_name,
		'at'       => $post->post_date_gmt,
		'local'    => $post->post_date,
		'author'   => $author ? $author->display_name : null,
		'password' => $post->post_password,
		'parent'   => (int) $post->post_parent,
		'link'     => get_permalink( $post ),
		'sticky'   => is_sticky( $post->ID ),
		'picture'  => (int) get_post_meta( $post->ID, '_thumbnail_id', true ),
		'language' => (string) get_post_meta( $post->ID, '_wpml_import_language_code', true ),
		'urls'     => $is_file ? urls_of( $post->ID ) : array(),
		'url'      => $is_file ? (string) wp_get_attachment_url( $post->ID ) : '',
		'mime'     => $post->post_mime_type,
		'alt'      => (string) get_post_meta( $post->ID, '_wp_attachment_image_alt', true ),
		'terms'    => terms_of( $post->ID ),
		'comments' => comments_of( $post->ID ),
	);
}

$ids = $wpdb->get_col( "SELECT ID FROM $wpdb->posts WHERE post_type IN ($list) AND post_status <> 'auto-draft' ORDER BY ID" );
$said = array(
	'texts'   => array_map( fn( $id ) => text_of( get_post( $id ) ), $ids ),
	'authors' => array_map( fn( $user ) => array( 'id' => $user->ID, 'login' => $user->user_login, 'name' => $user->display_name, 'link' => get_author_posts_url( $user->ID ) ), get_users() ),
	'terms'   => array_map(
		fn( $term ) => array( 'id' => $term->term_id, 'taxonomy' => $term->taxonomy, 'slug' => $term->slug, 'name' => $term->name, 'link' => get_term_link( $term ) ),
		get_terms( array( 'taxonomy' => array( 'category', 'post_tag' ), 'hide_empty' => false ) )
	),
);
echo json_encode( $said, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE );
