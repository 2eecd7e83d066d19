<?php
// What readers said: in threads, by guests and users, in every state.

function comment( $post, $words, $more = array() ) {
	$said = array(
		'comment_post_ID'      => $post,
		'comment_content'      => $words,
		'comment_author'       => 'A reader',
		'comment_author_email' => 'reader@x.example',
		'comment_date'         => next_day(),
		'comment_approved'     => 1,
	);
	return made( wp_insert_comment( wp_slash( array_merge( $said, $more ) ) ) );
}
/** Of one who is signed in. */
function by( $id ) {
	$user = get_userdata( $id );
	return array( 'user_id' => $id, 'comment_author' => $user->display_name, 'comment_author_email' => $user->user_email );
}

$talked = text( 'Talked over', 'Say something' );
$first = comment( $talked, "First\nin two lines\n\nand two paragraphs" );
$second = comment( $talked, 'Answers the first', array( 'comment_parent' => $first ) + by( 1 ) );
$third = comment( $talked, 'Answers the second', array( 'comment_parent' => $second ) );
comment( $talked, 'Answers the third', array( 'comment_parent' => comment( $talked, 'Deeper', array( 'comment_parent' => $third ) ) ) + by( $authors['han'] ) );
$waiting = comment( $talked, 'Waits', array( 'comment_approved' => 0 ) );
comment( $talked, 'Answers one that waits', array( 'comment_parent' => $waiting ) );
$spam = comment( $talked, 'Buy <a href="https://spam.example/">this</a>' );
comment( $talked, 'Answers spam', array( 'comment_parent' => $spam ) );
wp_spam_comment( $spam );
$trashed = comment( $talked, 'Thrown away' );
comment( $talked, 'Answers what was thrown away', array( 'comment_parent' => $trashed ) );
wp_trash_comment( $trashed );
comment( $talked, 'Answers nobody', array( 'comment_parent' => 999999 ) );
$late = comment( $talked, 'Answers one that came later by its clock' );
$wpdb->update( $wpdb->comments, array( 'comment_parent' => comment( $talked, 'Later' ) ), array( 'comment_ID' => $late ) );
$circle = comment( $talked, 'In a circle' );
$wpdb->update( $wpdb->comments, array( 'comment_parent' => $circle ), array( 'comment_ID' => $circle ) );

$odd = text( 'Said oddly', 'Odd comments' );
comment( $odd, 'See <a href="https://a.example/x?y=1&amp;z=2" rel="nofollow">this page</a> and https://b.example/ and <a href="https://c.example/">https://c.example</a>, <em>marked</em> &amp; <b>bold</b>' );
comment( $odd, "Code: <code>if (a &lt; b) { C:\\x }</code> and 1 < 2 > 0 & \\' ]]> <![CDATA[ &nbsp;end" );
comment( $odd, '<blockquote>What you said</blockquote>What I say<ul><li>one</li><li>two</li></ul>' );
comment( $odd, '<script>alert(1)</script><img src=x onerror=alert(1)>after' );
comment( $odd, "* not a list\n# no heading\n[caption]x[/caption] :) 📚👩🏽‍🏫" );
comment( $odd, 'تعليق بالعربية ‏123 و 评论', array( 'comment_author' => 'قارئة' ) );
comment( $odd, str_repeat( 'A long comment says much of libraries. ', 300 ), array( 'comment_author' => str_repeat( 'Long Name ', 12 ) ) );
comment( $odd, 'By nobody', array( 'comment_author' => '', 'comment_author_email' => '' ) );
comment( $odd, 'By <b>O\'Neil</b> &amp; "Sons"', array( 'comment_author' => 'O\'Neil &amp; "Sons" \\ <b>' ) );
comment( $odd, "Bell\x07 and\x0b tab" );
comment( $odd, 'The same' );
comment( $odd, 'The same' );
comment( $odd, '   ' );
comment( $odd, 'From a blog', array( 'comment_type' => 'pingback', 'comment_author' => 'Another blog &#8211; a post', 'comment_author_url' => 'https://other.example/post?a=1&b=2', 'comment_author_email' => '' ) );
comment( $odd, '<strong>A trackback</strong> of old', array( 'comment_type' => 'trackback', 'comment_author' => 'Old blog', 'comment_author_url' => 'https://old.example/', 'comment_author_email' => '' ) );
comment( $odd, 'By one who is gone', array( 'user_id' => $authors['gone'], 'comment_author' => 'Somebody who is gone' ) );
$undated = comment( $odd, 'Only by the clock of the site' );
$wpdb->update( $wpdb->comments, array( 'comment_date_gmt' => '0000-00-00 00:00:00' ), array( 'comment_ID' => $undated ) );

comment( $top, 'On a page' );
comment( $files['large'], 'On the page of a picture' );
comment( $files['pdf'], 'On the page of a paper' );
comment( text( 'An event that is talked over', 'Event', array( 'post_type' => 'event' ) ), 'On an event' );
$gone = text( 'Thrown away with what was said', 'Gone' );
comment( $gone, 'Goes with it' );
wp_trash_post( $gone );
comment( text( 'A draft that was talked over', 'Draft', array( 'post_status' => 'draft' ) ), 'On a draft' );
