import { isFiller } from '../chatter.ts'
import { type Command, give } from '../command.ts'

/** What the user asks, and undo (practice 4.2, 81, 89, 90, 101 to 103, 109 and 110). */
export const questions: Command[] = [
  {
    verb: 'undo',
    words: 'undo, undo that, undo all, undo last, revert, take that back, take it back',
    target: 'optional',
    syntax: 'undo',
    help: 'takes back what your last reply did',
    isCommon: true,
    read: (said) => {
      if (!said.context.lastReply && said.targets.length === 0)
        return { kind: 'nothing to undo', sentence: 'There is nothing of the last two weeks to undo.' }
      return give({ verb: 'undo', targets: said.isGroup ? [] : said.targets })
    },
  },
  {
    verb: 'undo',
    words: 'split, split up, take apart, are two people, is two people',
    target: 'needed',
    syntax: 'split priya',
    help: 'two people who were taken for one',
    read: (said) => give({ verb: 'undo', isSplit: true, targets: said.targets }, said.rest),
  },
  {
    verb: 'ask',
    words: 'help, ?, commands, how does this work, what can i say',
    target: 'none',
    syntax: 'help',
    help: 'this list',
    isCommon: true,
    read: (said) => (isFiller(said.rest) ? give({ verb: 'ask', question: 'help', targets: [] }) : undefined),
  },
  {
    verb: 'ask',
    words: 'list, list all, whos left, who is left, list everyone, show all, everyone by state',
    target: 'none',
    syntax: 'list',
    help: 'everyone, by state',
    isCommon: true,
    read: (said) => (isFiller(said.rest) ? give({ verb: 'ask', question: 'list', targets: [] }) : undefined),
  },
  {
    verb: 'ask',
    words: 'status',
    target: 'none',
    syntax: 'status',
    help: 'the same; for whoever runs the service, how it does',
    read: (said) =>
      isFiller(said.rest) ? give({ verb: 'ask', question: 'status', targets: [] }) : undefined,
  },
  {
    verb: 'ask',
    words: 'history, history of, why, show, what about, info',
    target: 'needed',
    syntax: 'history 5',
    help: 'what happened with a person',
    isCommon: true,
    read: () => give({ verb: 'ask', question: 'history' }),
  },
  {
    verb: 'ask',
    words: 'stats, statistics, numbers, how many, how am i doing, my week',
    target: 'none',
    syntax: 'stats',
    help: 'your counts',
    read: () => give({ verb: 'ask', question: 'stats', targets: [] }),
  },
  {
    verb: 'ask',
    words: 'agenda, agenda for, send agenda, prep, questions for',
    target: 'needed',
    syntax: 'agenda 2',
    help: 'the agenda of a meeting, now',
    read: () => give({ verb: 'ask', question: 'agenda' }),
  },
  {
    verb: 'ask',
    words:
      'script, script for, call script, call script for, what do i say to, what do i say, what should i say to, what should i say, what to say to',
    target: 'needed',
    syntax: 'script 6',
    help: 'what to say when you call; for a card, its text',
    isCommon: true,
    read: () => give({ verb: 'ask', question: 'script' }),
  },
  {
    verb: 'ask',
    words: 'export, download, send me my data, csv, export all',
    target: 'none',
    syntax: 'export',
    help: 'all your data, as a table',
    read: (said) =>
      isFiller(said.rest) ? give({ verb: 'ask', question: 'export', targets: [] }) : undefined,
  },
]
