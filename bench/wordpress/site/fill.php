<?php
// Fills the site with odd things of every kind that it can hold, by WordPress's own functions. Says, for each text of which
// something cannot come along as it is, what the import must tell of it.

require __DIR__ . '/begin.php';

$told = array();
/** The next free minute of the blog: no two things happen at once unless they are meant to. */
$minute = strtotime( '2015-03-02 08:00:00' );

function next_day() {
	global $minute;
	$minute += 86400 + 60;
	return gmdate( 'Y-m-d H:i:s', $minute );
}

/** A text, public and by the first author unless it says otherwise. Its remarks are what an import must tell of it. */
function text( $title, $body, $more = array(), $remarks = array() ) {
	global $told;
	$said = array_merge(
		array(
			'post_title'   => $title,
			'post_content' => $body,
			'post_status'  => 'publish',
			'post_author'  => 1,
			'post_date'    => next_day(),
		),
		$more
	);
	$id = made( wp_insert_post( wp_slash( $said ), true ) );
	if ( $remarks ) {
		$told[ $id ] = $remarks;
	}
	return $id;
}

foreach ( array( 'around', 'classic', 'blocks', 'states', 'comments' ) as $part ) {
	require __DIR__ . "/fill-$part.php";
}
echo json_encode( (object) $told, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR );
