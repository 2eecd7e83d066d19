<?php
// The page of a text: what WordPress prints of it, and nothing around it.

while ( have_posts() ) {
	the_post();
	echo '<article>';
	the_content();
	echo '</article>';
}
