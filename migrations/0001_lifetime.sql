ALTER TABLE `users` ADD `erase_at` integer;--> statement-breakpoint
CREATE INDEX `users_to_erase` ON `users` (`erase_at`) WHERE erase_at is not null;--> statement-breakpoint
CREATE INDEX `held_mails_old` ON `held_mails` (`held_at`);--> statement-breakpoint
CREATE INDEX `outbox_old` ON `outbox` (`made_at`);--> statement-breakpoint
CREATE INDEX `questions_old` ON `questions` (`asked_at`);--> statement-breakpoint
-- Who gets no letters already: 90 days, or a year, from now on.
UPDATE `users` SET `erase_at` = unixepoch() * 1000 + (CASE `search` WHEN 'stopped' THEN 90 ELSE 365 END) * 86400000 WHERE `next_digest_at` IS NULL;
