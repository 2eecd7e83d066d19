<?php
// Texts of the block editor.

function block( $name, $html, $about = array() ) {
	$said = $about ? ' ' . serialize_block_attributes( $about ) : '';
	return null === $html ? "<!-- wp:$name$said /-->" : "<!-- wp:$name$said -->\n$html\n<!-- /wp:$name -->";
}
$paragraph = fn( $words ) => block( 'paragraph', "<p>$words</p>" );
$image = fn( $name, $caption = '' ) => block( 'image', "<figure class=\"wp-block-image size-large\"><img src=\"{$sized( $name, 'large' )}\" alt=\"\" class=\"wp-image-{$files[ $name ]}\"/>" . ( '' === $caption ? '' : "<figcaption class=\"wp-element-caption\">$caption</figcaption>" ) . '</figure>', array( 'id' => $files[ $name ], 'sizeSlug' => 'large', 'linkDestination' => 'none' ) );

text( 'Blocks of words', implode( "\n\n", array(
	$paragraph( 'A paragraph with <strong>strong</strong>, <em>marked</em>, <code>code()</code>, <mark style="background-color:#ff0" class="has-inline-color">lit</mark>, <s>struck</s>, x<sub>1</sub> and a<br>break.' ),
	block( 'heading', '<h2 class="wp-block-heading" id="one">Heading &amp; <em>marks</em></h2>' ),
	block( 'heading', '<h4 class="wp-block-heading">Four</h4>', array( 'level' => 4 ) ),
	block( 'list', "<ul class=\"wp-block-list\">" . block( 'list-item', '<li>one' . block( 'list', '<ol class="wp-block-list">' . block( 'list-item', '<li>deep<br>line</li>' ) . '</ol>', array( 'ordered' => true ) ) . '</li>' ) . block( 'list-item', '<li>two</li>' ) . '</ul>' ),
	block( 'quote', '<blockquote class="wp-block-quote">' . $paragraph( 'Quoted' ) . block( 'quote', '<blockquote class="wp-block-quote">' . $paragraph( 'within' ) . '</blockquote>' ) . '<cite>Whom</cite></blockquote>' ),
	block( 'pullquote', '<figure class="wp-block-pullquote"><blockquote><p>Pulled out</p><cite>By Bo</cite></blockquote></figure>' ),
	block( 'verse', "<pre class=\"wp-block-verse\">A line\n   and one that is <em>set</em> in\n\nEnd</pre>" ),
	block( 'preformatted', "<pre class=\"wp-block-preformatted\">as  it   stands\n\tso</pre>" ),
	block( 'code', "<pre class=\"wp-block-code\"><code>for (;;) { a &lt; b &amp;&amp; '&#91;gallery]' }\n\n  &lt;!-- wp:not --&gt;</code></pre>" ),
	block( 'separator', '<hr class="wp-block-separator has-alpha-channel-opacity"/>' ),
	block( 'details', '<details class="wp-block-details"><summary>Ask</summary>' . $paragraph( 'Answer' ) . '</details>' ),
	block( 'spacer', '<div style="height:100px" aria-hidden="true" class="wp-block-spacer"></div>', array( 'height' => '100px' ) ),
) ) );
text( 'A table of blocks', block( 'table', '<figure class="wp-block-table"><table class="has-fixed-layout"><thead><tr><th class="has-text-align-right" data-align="right">Year</th><th>What &amp; why</th></tr></thead><tbody><tr><td class="has-text-align-right" data-align="right">2015</td><td>a | b<br>c</td></tr><tr><td></td><td><strong>last</strong></td></tr></tbody><tfoot><tr><td>Sum</td><td>3</td></tr></tfoot></table><figcaption class="wp-element-caption">Said below</figcaption></figure>' ) );
text( 'Boxes', implode( "\n\n", array(
	block( 'columns', '<div class="wp-block-columns">' . block( 'column', '<div class="wp-block-column">' . $paragraph( 'Left' ) . '</div>' ) . block( 'column', '<div class="wp-block-column">' . $paragraph( 'Right' ) . '</div>' ) . '</div>' ),
	block( 'group', '<div class="wp-block-group">' . block( 'heading', '<h3 class="wp-block-heading">In a group</h3>', array( 'level' => 3 ) ) . $paragraph( 'Grouped' ) . '</div>', array( 'layout' => array( 'type' => 'constrained' ) ) ),
	block( 'buttons', '<div class="wp-block-buttons">' . block( 'button', '<div class="wp-block-button"><a class="wp-block-button__link wp-element-button" href="https://a.example/?a=1&amp;b=2">Press here</a></div>' ) . '</div>' ),
	block( 'cover', "<div class=\"wp-block-cover\"><img class=\"wp-block-cover__image-background wp-image-{$files['large']}\" alt=\"\" src=\"{$sized( 'large', 'large' )}\"/><span aria-hidden=\"true\" class=\"wp-block-cover__background\"></span><div class=\"wp-block-cover__inner-container\">" . $paragraph( 'On a picture' ) . '</div></div>', array( 'url' => $sized( 'large', 'large' ), 'id' => $files['large'] ) ),
	block( 'cover', "<div class=\"wp-block-cover has-parallax\" style=\"background-image:url({$url( 'plan' )})\"><div class=\"wp-block-cover__inner-container\">" . $paragraph( 'On one that a style names' ) . '</div></div>', array( 'url' => $url( 'plan' ), 'hasParallax' => true ) ),
	block( 'social-links', '<ul class="wp-block-social-links">' . block( 'social-link', null, array( 'url' => 'https://glammr.example/@iln?a=1&b=2', 'service' => 'mastodon' ) ) . '</ul>' ),
	block( 'media-text', "<div class=\"wp-block-media-text is-stacked-on-mobile\"><figure class=\"wp-block-media-text__media\"><img src=\"{$sized( 'png', 'large' )}\" alt=\"\" class=\"wp-image-{$files['png']} size-full\"/></figure><div class=\"wp-block-media-text__content\">" . $paragraph( 'Beside a picture' ) . '</div></div>', array( 'mediaId' => $files['png'], 'mediaType' => 'image' ) ),
	block( 'file', "<div class=\"wp-block-file\"><a id=\"f\" href=\"{$url( 'pdf' )}\">A paper</a><a href=\"{$url( 'pdf' )}\" class=\"wp-block-file__button wp-element-button\" download>Download</a></div>", array( 'id' => $files['pdf'], 'href' => $url( 'pdf' ) ) ),
	block( 'audio', "<figure class=\"wp-block-audio\"><audio controls src=\"{$url( 'sound' )}\"></audio><figcaption class=\"wp-element-caption\">A talk</figcaption></figure>", array( 'id' => $files['sound'] ) ),
	block( 'video', '<figure class="wp-block-video"><video controls src="https://d.example/v.mp4"></video></figure>' ),
) ) );
text( 'Pictures of blocks', implode( "\n\n", array(
	$image( 'large', 'A <a href="https://a.example/">linked</a> caption' ),
	$image( 'webp' ),
	block( 'image', "<figure class=\"wp-block-image alignright\"><a href=\"{$url( 'png' )}\"><img src=\"{$url( 'png' )}\" alt=\"Said here\" class=\"wp-image-{$files['png']}\"/></a></figure>", array( 'id' => $files['png'], 'align' => 'right' ) ),
	block( 'gallery', '<figure class="wp-block-gallery has-nested-images columns-default is-cropped">' . $image( 'plan', 'The plan' ) . $image( 'sized', 'The smaller one' ) . $image( 'twin', 'Called as the other' ) . '<figcaption class="blocks-gallery-caption wp-element-caption">Both of them</figcaption></figure>', array( 'linkTo' => 'none' ) ),
	block( 'gallery', "<ul class=\"wp-block-gallery columns-2\"><li class=\"blocks-gallery-item\"><figure><img src=\"{$url( 'gif' )}\" alt=\"\" data-id=\"{$files['gif']}\" class=\"wp-image-{$files['gif']}\"/><figcaption class=\"blocks-gallery-item__caption\">Moving</figcaption></figure></li></ul>", array( 'ids' => array( $files['gif'] ) ) ),
) ), array( 'meta_input' => array( '_thumbnail_id' => $files['large'] ) ), array( 'picture-missing' ) );
text( 'Embeds of blocks', implode( "\n\n", array(
	block( 'embed', "<figure class=\"wp-block-embed is-type-video is-provider-youtube\"><div class=\"wp-block-embed__wrapper\">\nhttps://www.youtube.com/watch?v=abcDEF12345&amp;t=3\n</div><figcaption class=\"wp-element-caption\">A film</figcaption></figure>", array( 'url' => 'https://www.youtube.com/watch?v=abcDEF12345&t=3', 'type' => 'video', 'providerNameSlug' => 'youtube' ) ),
	block( 'core-embed/twitter', "<figure class=\"wp-block-embed-twitter wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\nhttps://twitter.com/wordpress/status/1\n</div></figure>", array( 'url' => 'https://twitter.com/wordpress/status/1' ) ),
	$paragraph( 'End' ),
) ) );
$note = fn( $id ) => "<sup data-fn=\"$id\" class=\"fn\"><a href=\"#$id\" id=\"$id-link\">1</a></sup>";
text( 'Notes below the text', $paragraph( 'First' . $note( '11111111-aaaa-4bbb-8ccc-000000000001' ) . ' and second' . $note( '11111111-aaaa-4bbb-8ccc-000000000002' ) . '.' ) . "\n\n" . block( 'footnotes', null ), array( 'meta_input' => array( 'footnotes' => wp_slash( json_encode( array(
	array( 'id' => '11111111-aaaa-4bbb-8ccc-000000000001', 'content' => 'What the <em>first</em> says: "quoted" & back\\slash' ),
	array( 'id' => '11111111-aaaa-4bbb-8ccc-000000000002', 'content' => '第二 <a href="https://a.example/">linked</a>' ),
) ) ) ) ) );
$inner = text( 'A pattern within a pattern', $paragraph( 'From within the pattern.' ), array( 'post_type' => 'wp_block' ) );
$pattern = text( 'A pattern used in many texts', $paragraph( 'Said in <strong>many</strong> texts.' ) . "\n\n" . block( 'block', null, array( 'ref' => $inner ) ), array( 'post_type' => 'wp_block' ) );
text( 'Uses a pattern', $paragraph( 'Before.' ) . "\n\n" . block( 'block', null, array( 'ref' => $pattern ) ) . "\n\n" . $paragraph( 'After.' ) );
text( 'Uses a pattern that is gone', $paragraph( 'Alone.' ) . "\n\n" . block( 'block', null, array( 'ref' => 999999 ) ), array(), array( 'block:block' ) );
text( 'Filled in as it is shown', implode( "\n\n", array( $paragraph( 'Only this stands here.' ), block( 'latest-posts', null ), block( 'search', null, array( 'label' => 'Search' ) ), block( 'calendar', null ), block( 'myplugin/map', null, array( 'at' => 'Buenos Aires -- <here>' ) ), block( 'myplugin/card', '<div class="card">A card of a plugin</div>' ) ) ), array(), array( 'block:latest-posts', 'block:search', 'block:calendar', 'block:myplugin/map' ) );
text( 'Typed and blocks in one', "Typed first\nand broken\n\n" . $paragraph( 'A block' ) . "\n\n" . block( 'freeform', "Typed in a block\nof its own\n\nand more" ) . "\n\n" . block( 'shortcode', "[gallery ids=\"{$files['plan']}\"]" ) . "\n\n" . block( 'html', "<div>Its <b>own</b> HTML\nin two lines</div>" ) . "\n\n" . block( 'more', '<!--more-->' ) . "\n\n" . block( 'nextpage', '<!--nextpage-->' ) . "\n\n" . $paragraph( 'On page two' ) );
text( 'Marks that are not closed', "<!-- wp:paragraph --><p>Open</p>\n<!-- wp:group {\"a\":\"b\"} --><div>grouped</div><!-- /wp:paragraph -->\n<!-- wp:broken {\"a\": -->\nlast" );
