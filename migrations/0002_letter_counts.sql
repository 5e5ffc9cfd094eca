CREATE TABLE `letter_counts` (
	`hour` integer PRIMARY KEY NOT NULL,
	`sent` integer NOT NULL,
	`refused` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `users` ADD `letter_day` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `users` ADD `letters_in_day` integer DEFAULT 0 NOT NULL;