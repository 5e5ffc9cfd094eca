CREATE TABLE `other_ids` (
	`user_id` integer NOT NULL,
	`message_id` text NOT NULL,
	`mail_id` integer NOT NULL,
	PRIMARY KEY(`user_id`, `message_id`)
);
--> statement-breakpoint
INSERT OR IGNORE INTO `other_ids` SELECT `user_id`, `value`, `mails`.`id` FROM `mails`, json_each(`mails`.`other_ids`);
