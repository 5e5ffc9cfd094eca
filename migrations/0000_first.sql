CREATE TABLE `applications` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`on` text NOT NULL,
	`count` integer NOT NULL,
	`to` text,
	`interview` integer DEFAULT false NOT NULL,
	`cause` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `applications_on` ON `applications` (`user_id`,`on`);--> statement-breakpoint
CREATE TABLE `contact_addresses` (
	`user_id` integer NOT NULL,
	`address` text NOT NULL,
	`contact_id` integer NOT NULL,
	PRIMARY KEY(`user_id`, `address`)
);
--> statement-breakpoint
CREATE INDEX `contact_addresses_contact` ON `contact_addresses` (`contact_id`);--> statement-breakpoint
CREATE TABLE `contacts` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`name` text NOT NULL,
	`company` text,
	`first` text NOT NULL,
	`last` text NOT NULL,
	`seq` integer NOT NULL,
	`due_on` text,
	`reach` text,
	`shown` text DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE INDEX `contacts_due` ON `contacts` (`user_id`,`due_on`);--> statement-breakpoint
CREATE INDEX `contacts_first` ON `contacts` (`user_id`,`first`);--> statement-breakpoint
CREATE INDEX `contacts_last` ON `contacts` (`user_id`,`last`,`first`);--> statement-breakpoint
CREATE TABLE `digests` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`on` text NOT NULL,
	`kind` text DEFAULT 'morning' NOT NULL,
	`token` text NOT NULL,
	`items` text NOT NULL,
	`letter_id` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `digests_token_unique` ON `digests` (`token`);--> statement-breakpoint
CREATE UNIQUE INDEX `digests_once` ON `digests` (`user_id`,`on`,`kind`);--> statement-breakpoint
CREATE TABLE `events` (
	`contact_id` integer NOT NULL,
	`seq` integer NOT NULL,
	`user_id` integer NOT NULL,
	`type` text NOT NULL,
	`on` text NOT NULL,
	`at` integer NOT NULL,
	`cause` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`data` text NOT NULL,
	PRIMARY KEY(`contact_id`, `seq`)
);
--> statement-breakpoint
CREATE INDEX `events_recorded` ON `events` (`user_id`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `held_mails` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`mail` text NOT NULL,
	`held_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `held_mails_user` ON `held_mails` (`user_id`);--> statement-breakpoint
CREATE TABLE `mails` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`message_id` text NOT NULL,
	`recipient` text NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`sent_at` integer NOT NULL,
	`handled_at` integer NOT NULL,
	`other_ids` text DEFAULT '[]' NOT NULL,
	`contacts` text DEFAULT '[]' NOT NULL,
	`undo` text,
	`undone_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `mails_once` ON `mails` (`user_id`,`message_id`);--> statement-breakpoint
CREATE INDEX `mails_undo` ON `mails` (`user_id`,`handled_at`) WHERE undo is not null;--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`key` text NOT NULL,
	`to` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`html` text,
	`reply_to` text,
	`headers` text NOT NULL,
	`attachments` text DEFAULT '[]' NOT NULL,
	`state` text DEFAULT 'waiting' NOT NULL,
	`try_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`failed_tries` integer DEFAULT 0 NOT NULL,
	`postmark_id` text,
	`reason` text,
	`made_at` integer NOT NULL,
	`sent_at` integer,
	`readmission` integer DEFAULT false NOT NULL,
	`erased_once_sent` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key_unique` ON `outbox` (`key`);--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`try_at`) WHERE state = 'waiting';--> statement-breakpoint
CREATE TABLE `private_addresses` (
	`token` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`replaced_at` integer
);
--> statement-breakpoint
CREATE INDEX `private_addresses_user` ON `private_addresses` (`user_id`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` integer PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`kind` text NOT NULL,
	`data` text NOT NULL,
	`asked_at` integer NOT NULL,
	`answered_at` integer
);
--> statement-breakpoint
CREATE INDEX `questions_open` ON `questions` (`user_id`) WHERE answered_at is null;--> statement-breakpoint
CREATE TABLE `refusals` (
	`on` text NOT NULL,
	`why` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`on`, `why`)
);
--> statement-breakpoint
CREATE TABLE `sender_addresses` (
	`address` text PRIMARY KEY NOT NULL,
	`user_id` integer NOT NULL,
	`trusted` integer DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE INDEX `sender_addresses_user` ON `sender_addresses` (`user_id`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` integer PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`settings` text NOT NULL,
	`search` text DEFAULT 'searching' NOT NULL,
	`joined_at` integer NOT NULL,
	`seen_at` integer NOT NULL,
	`digested_at` integer NOT NULL,
	`next_digest_at` integer,
	`paused_for` text,
	`pause_changed_at` integer,
	`mail_hour` integer DEFAULT 0 NOT NULL,
	`mails_in_hour` integer DEFAULT 0 NOT NULL,
	`noticed_on` text DEFAULT '{}' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);--> statement-breakpoint
CREATE INDEX `users_due` ON `users` (`next_digest_at`) WHERE next_digest_at is not null;