<?php
// How far texts are, what they are called, where they stand, and when they came out.

text( 'A draft', 'Not yet', array( 'post_status' => 'draft' ) );
text( 'Waits for an editor', 'Look at it', array( 'post_status' => 'pending', 'post_author' => $authors['spaced'] ) );
text( 'Private', 'For us', array( 'post_status' => 'private' ), array( 'private' ) );
text( 'To come', 'Wait for it', array( 'post_status' => 'future', 'post_date' => '2099-05-01 10:00:00' ), array( 'scheduled' ) );
text( 'Locked', 'With a password', array( 'post_password' => 'pass\\word' ), array( 'locked' ) );
stick_post( text( 'On top', 'It sticks' ) );
$told[ (int) get_option( 'sticky_posts' )[0] ] = array( 'sticky' );
wp_trash_post( text( 'Thrown away', 'Gone' ) );
wp_trash_post( text( 'A draft thrown away', 'Gone', array( 'post_status' => 'draft' ) ) );
text( 'With an excerpt', 'The text itself.', array( 'post_excerpt' => "Its <em>summary</em> &amp; more,\nin two lines" ) );
wp_update_post( array( 'ID' => text( 'With revisions', 'First' ), 'post_content' => 'Second' ) );

text( '', 'Without a title, but with words' );
text( '', str_repeat( 'a ', 29 ) . 'a📚 is cut in the middle of a letter of two' );
text( 'A title alone', '' );
text( 'With a long excerpt', 'Its text.', array( 'post_excerpt' => str_repeat( 'x', 299 ) . '📚 and more of it' ) );
text( '0', 'Its title is a nought' );
text( '', "<img class=\"wp-image-{$files['plan']}\" src=\"{$url( 'plan' )}\" />" );
text( "  \u{a0} ", 'A title of nothing' );
text( '<em>Marked</em> & "quoted" &amp; <script>alert(1)</script> title \\ ]]> <![CDATA[', 'A title with signs' );
text( str_repeat( 'A very long title goes on ', 40 ), 'Its text is short' );
add_filter( 'wp_insert_post_empty_content', '__return_false' );
text( '', '' );
remove_filter( 'wp_insert_post_empty_content', '__return_false' );

$same = array( 'post_name' => 'the-same' );
text( 'The same address', 'A post', $same );
text( 'The same address, again', 'Another post', $same );
$top = text( 'A page on top', 'Page', array( 'post_type' => 'page', 'post_name' => 'top' ) );
$below = text( 'A page below', 'Page below', array( 'post_type' => 'page', 'post_parent' => $top, 'post_name' => 'the-same' ) );
text( 'A page at the bottom', 'Page at the bottom', array( 'post_type' => 'page', 'post_parent' => $below, 'menu_order' => 3 ) );
text( 'The same address as a page', 'Page', array( 'post_type' => 'page', 'post_name' => 'the-same' ) );
text( 'A private page', 'Page', array( 'post_type' => 'page', 'post_status' => 'private' ), array( 'private' ) );
$cut = text( 'مكتبة ' . str_repeat( 'كتاب ', 20 ), 'Its address is cut in the middle of a letter', array( 'post_author' => $authors['at'] ) );
$wpdb->update( $wpdb->posts, array( 'post_name' => substr( rawurlencode( str_repeat( 'مكتبة-', 20 ) ), 0, 199 ) ), array( 'ID' => $cut ) );
clean_post_cache( $cut );
text( 'Ünïcödé slug', 'Letters in its address', array( 'post_name' => 'größe-straße-库' ) );
text( 'Once under another address', 'Moved', array( 'meta_input' => array( '_wp_old_slug' => 'where-it-was' ) ) );

foreach ( array( 'America/Argentina/Buenos_Aires', 'Asia/Kathmandu', 'Pacific/Apia', '' ) as $zone ) {
	update_option( 'timezone_string', $zone );
	update_option( 'gmt_offset', '' === $zone ? -3.5 : '' );
	text( "By the clock of $zone", 'Half an hour before midnight', array( 'post_date' => next_day_at( '23:30:00' ) ) );
}
update_option( 'timezone_string', 'Europe/Berlin' );
text( 'In the hour that is there twice', 'Autumn', array( 'post_date' => '2015-10-25 02:30:00' ) );
text( 'In the hour that is not there', 'Spring', array( 'post_date' => '2015-03-29 02:30:00' ) );
update_option( 'timezone_string', 'UTC' );
text( 'Before there was a web', 'Old', array( 'post_date' => '1969-07-20 20:17:40' ) );
$undated = text( 'Only by the clock of the site', 'Its time in UTC was never written' );
$wpdb->update( $wpdb->posts, array( 'post_date_gmt' => '0000-00-00 00:00:00' ), array( 'ID' => $undated ) );
$never = text( 'Without a day', 'Never' );
$wpdb->update( $wpdb->posts, array( 'post_date' => '0000-00-00 00:00:00', 'post_date_gmt' => '0000-00-00 00:00:00' ), array( 'ID' => $never ) );
$told[ $never ] = array( 'undated' );
$twin = array( 'post_date' => '2016-01-01 00:00:00', 'post_author' => $authors['twin'] );
text( 'Twice at one second', 'The one', $twin );
text( 'Twice at one second', 'The other', $twin );

function next_day_at( $clock ) {
	return substr( next_day(), 0, 10 ) . " $clock";
}

foreach ( array_keys( $authors ) as $key ) {
	text( "Written by $key", 'So it is', array( 'post_author' => $authors[ $key ] ) );
}
wp_delete_user( $authors['leaving'], $authors['spaced'] );
$wpdb->delete( $wpdb->users, array( 'ID' => $authors['gone'] ) );
clean_user_cache( $authors['gone'] );

wp_set_post_terms( text( 'Filed deep', 'In a tree' ), array( $categories['deepest'], $categories['twin'], $categories['arabic'] ), 'category' );
wp_set_post_terms( text( 'Filed oddly', 'By odd names' ), array( $categories['work'], $categories['han'], $categories['lettered'] ), 'category' );
$tagged = text( 'Tagged oddly', 'Tags of all kinds' );
wp_set_post_terms( $tagged, array_slice( $tags, 0, 12 ), 'post_tag' );
wp_set_post_terms( $tagged, array(), 'category' );
wp_set_post_terms( text( 'Tagged and filed alike', 'Law is both' ), array( end( $tags ) ), 'post_tag' );
$many = text( 'Tagged too often', 'More than fit' );
wp_set_post_terms( $many, $tags, 'post_tag' );
$told[ $many ] = array( 'tags' );
foreach ( array( 'aside', 'status', 'link', 'quote', 'chat' ) as $format ) {
	set_post_format( text( "In the format $format", "Ada: one\nBo: two" ), $format );
}
$fields = text( 'With fields of its own', 'Fields' );
add_post_meta( $fields, 'odd ]]> & <key>', wp_slash( array( 'a' => array( 'b' => "\x01 \\ ]]>" ) ) ) );
add_post_meta( $fields, '__proto__', 'x' );
wp_set_object_terms( $fields, 'happy', 'mood' );
text( 'An event', 'A type that a plugin made', array( 'post_type' => 'event' ) );
$menu = made( wp_create_nav_menu( 'Main' ) );
wp_update_nav_menu_item( $menu, 0, array( 'menu-item-title' => 'Top', 'menu-item-object-id' => $top, 'menu-item-object' => 'page', 'menu-item-type' => 'post_type', 'menu-item-status' => 'publish' ) );
wp_update_nav_menu_item( $menu, 0, array( 'menu-item-title' => 'Elsewhere', 'menu-item-url' => 'https://a.example/', 'menu-item-status' => 'publish' ) );
