<?php
// Authors, categories, tags and files.

function author( $login, $name, $more = array() ) {
	$said = array( 'user_login' => $login, 'user_pass' => 'a password', 'display_name' => $name, 'role' => 'author', 'user_email' => "$login@library.example" );
	return made( wp_insert_user( wp_slash( array_merge( $said, $more ) ) ) );
}

wp_update_user( array( 'ID' => 1, 'display_name' => 'Ada Mensah' ) );
$authors = array(
	'han'     => author( 'bo', '李博 📚' ),
	'marked'  => author( 'o.neil-smith_2', 'Bridget O\'Neil & "Sons" \\ <b>Ltd</b>', array( 'user_email' => 'oneil@library.example' ) ),
	'spaced'  => author( 'maria del mar', 'María del Mar', array( 'user_email' => 'maria@library.example' ) ),
	'at'      => author( 'kate@library.example', 'كيت بيرن', array( 'user_email' => 'kate@library.example' ) ),
	'long'    => author( 'long', str_repeat( 'Wolfeschlegelsteinhausen ', 9 ) . 'Smith' ),
	'twin'    => author( 'twin', 'Ada Mensah' ),
	'leaving' => author( 'leaving', 'Somebody who leaves' ),
	'gone'    => author( 'gone', 'Somebody who is gone' ),
);

function category( $name, $parent = 0, $slug = '' ) {
	return made( wp_insert_term( wp_slash( $name ), 'category', array( 'parent' => $parent, 'slug' => $slug ) ) )['term_id'];
}
function tag( $name ) {
	return made( wp_insert_term( wp_slash( $name ), 'post_tag' ) )['term_id'];
}

$work = category( 'Work & <life>' );
$law = category( 'Law', $work );
$categories = array(
	'work'    => $work,
	'law'     => $law,
	'deepest' => category( 'Copyright', $law ),
	'twin'    => category( 'Copyright', category( 'Publishing' ) ),
	'arabic'  => category( 'مكتبات عامة' ),
	'han'     => category( '图书馆' ),
	'lettered' => category( 'C\\D / "E"', 0, 'c-d-e' ),
);
$tags = array_map( 'tag', array( 'C++', 'C#', 'R&D', 'l’été', 'and/or', 'one, two', '#hash', '📚', '100%', '<b>bold</b> tag', 'back\\slash', 'أمين مكتبة', '图书', str_repeat( 'long ', 30 ) . 'tag', 'Law' ) );

/** A picture that is unlike any other. */
function picture( $width, $height, $seed ) {
	$image = imagecreatetruecolor( $width, $height );
	for ( $at = 0; $at < 40; $at++ ) {
		$colour = imagecolorallocate( $image, ( $seed * 37 + $at * 11 ) % 256, ( $seed * 91 + $at * 5 ) % 256, ( $at * 6 ) % 256 );
		imagefilledrectangle( $image, (int) ( $width * $at / 40 ), 0, $width, $height, $colour );
	}
	return $image;
}

/** A file as it is sent in the office of WordPress. */
function file_sent( $name, $write, $more = array() ) {
	$aside = wp_tempnam( $name );
	$write( $aside );
	$sent = array( 'name' => $name, 'tmp_name' => $aside );
	$id = made( media_handle_sideload( $sent, $more['post_parent'] ?? 0, null, wp_slash( array_merge( array( 'post_date' => next_day() ), $more ) ) ) );
	if ( isset( $more['alt'] ) ) {
		update_post_meta( $id, '_wp_attachment_image_alt', wp_slash( $more['alt'] ) );
	}
	return $id;
}
$as = fn( $image, $how ) => fn( $path ) => $how( $image, $path );

$files = array(
	'large'      => file_sent( 'Large photo.jpg', $as( picture( 3200, 2000, 1 ), 'imagejpeg' ), array( 'post_title' => 'A large photo', 'post_excerpt' => 'Said of the large photo', 'alt' => 'Stripes, "wide" & <far>' ) ),
	'png'        => file_sent( 'صورة المكتبة.png', $as( picture( 800, 600, 2 ), 'imagepng' ), array( 'alt' => 'مكتبة' ) ),
	'gif'        => file_sent( 'moving.gif', $as( picture( 400, 300, 3 ), 'imagegif' ) ),
	'under'      => file_sent( 'under.jpg', $as( picture( 700, 500, 9 ), 'imagejpeg' ) ),
	'webp'       => file_sent( 'new.webp', $as( picture( 900, 500, 4 ), 'imagewebp' ), array( 'post_excerpt' => 'A caption with <em>marks</em> &amp; a <a href="https://elsewhere.example/">link</a>' ) ),
	'plan'       => file_sent( 'plan.jpg', $as( picture( 1000, 800, 5 ), 'imagejpeg' ), array( 'alt' => 'The plan' ) ),
	'sized'      => file_sent( 'plan-640x480.jpg', $as( picture( 640, 480, 6 ), 'imagejpeg' ), array( 'alt' => 'The smaller plan' ) ),
	'again'      => file_sent( 'plan-again.jpg', $as( picture( 1000, 800, 5 ), 'imagejpeg' ) ),
	'twin'       => file_sent( 'twin.jpg', $as( picture( 500, 400, 10 ), 'imagejpeg' ), array( 'alt' => 'The plan' ) ),
	'small'      => file_sent( 'small.png', $as( picture( 20, 10, 7 ), 'imagepng' ) ),
	'pdf'        => file_sent( 'paper.pdf', fn( $path ) => file_put_contents( $path, "%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF" ), array( 'post_title' => 'A paper' ) ),
	'sound'      => file_sent( 'talk.mp3', fn( $path ) => file_put_contents( $path, "ID3\x03\0\0\0\0\0\0" . str_repeat( "\xff\xfb\x90\0", 400 ) ) ),
	'sheet'      => file_sent( 'table.csv', fn( $path ) => file_put_contents( $path, "a,b\n1,2\n" ) ),
);
$url = fn( $name ) => wp_get_attachment_url( $files[ $name ] );
$sized = fn( $name, $size ) => wp_get_attachment_image_url( $files[ $name ], $size );
// Before WordPress 5.3 a picture could have a name that looks like the size of another.
$sized_now = get_attached_file( $files['sized'] );
rename( $sized_now, dirname( $sized_now ) . '/plan-640x480.jpg' );
update_attached_file( $files['sized'], dirname( $sized_now ) . '/plan-640x480.jpg' );
wp_update_attachment_metadata( $files['sized'], array( 'width' => 640, 'height' => 480, 'file' => get_post_meta( $files['sized'], '_wp_attached_file', true ), 'sizes' => array() ) );
// One whose file was lost on the server.
$files['lost'] = file_sent( 'lost.jpg', $as( picture( 640, 480, 8 ), 'imagejpeg' ) );
$lost = wp_get_attachment_url( $files['lost'] );
unlink( get_attached_file( $files['lost'] ) );
$told[ $files['lost'] ] = array( 'not-in-folder' );
$told[ $files['gif'] ] = array( 'picture-wrong-kind' );
$told[ $files['small'] ] = array( 'picture-too-narrow' );
