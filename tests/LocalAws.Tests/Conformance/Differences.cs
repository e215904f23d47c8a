namespace LocalAws.Tests.Conformance;

/// <summary>
/// Where moto 5.2.1 does otherwise than AWS documents. AWS's documentation decides: LocalAws does as AWS does, the specs here are
/// skipped by name on moto, and docs/local-aws.md shows this table.
/// </summary>
internal static class Differences
{
    public static readonly Difference ExistingQueueMessage = new(
        "CreateQueue of a queue with other attributes",
        "names the attribute that differs",
        "names none",
        "the message names the attribute");

    public static readonly Difference ListedPages = new(
        "ListQueues with MaxResults",
        "a page and a token",
        "all of them",
        "at most MaxResults, and NextToken");

    public static readonly Difference AttributeRanges = new(
        "SetQueueAttributes with a number out of range",
        "`InvalidAttributeValue`",
        "stores it",
        "each attribute has a range");

    public static readonly Difference PurgeInterval = new(
        "PurgeQueue twice within 60 seconds",
        "`PurgeQueueInProgress`",
        "purges again",
        "one purge in 60 seconds");

    public static readonly Difference MessageContents = new(
        "a message body that is empty or has characters that XML lacks",
        "refused, in a batch entry by entry",
        "accepted",
        "`MissingParameter`, `InvalidMessageContents`");

    public static readonly Difference ReceiveRangeMessages = new(
        "ReceiveMessage with a number out of range",
        "names the parameter, the value and the range",
        "words it otherwise",
        "`Value … for parameter … is invalid. Reason: …`");

    public static readonly Difference InvalidReceiptMessage = new(
        "a receipt handle that is none",
        "the message quotes the handle",
        "the message does not",
        "`The input receipt handle \"…\" is not a valid receipt handle.`");

    public static readonly Difference StaleReceipt = new(
        "DeleteMessage by an older receipt handle",
        "succeeds and deletes nothing",
        "deletes the message",
        "the request succeeds, the message is not deleted");

    public static readonly Difference DeadLetterSource = new(
        "DeadLetterQueueSourceArn of a dead-lettered message",
        "the source queue's ARN",
        "absent",
        "the source queue's ARN");

    public static readonly Difference MissingDeadLetterQueue = new(
        "a RedrivePolicy that names no queue",
        "`InvalidParameterValue`",
        "`AWS.SimpleQueueService.NonExistentQueue`",
        "the dead-letter queue has to exist");

    public static readonly Difference MoveTasks = new(
        "StartMessageMoveTask, ListMessageMoveTasks, CancelMessageMoveTask",
        "move messages",
        "500",
        "redrive to the source or to another queue");

    public static readonly Difference FifoAttributes = new(
        "names and attributes of FIFO queues on standard queues, and combinations that are none",
        "refused in AWS's words",
        "kept",
        "each says what it needs");

    public static readonly Difference FifoBatches = new(
        "SendMessageBatch to a FIFO queue where an entry lacks its group",
        "the batch is refused",
        "`MissingParameter`",
        "`InvalidParameterValue`, as AWS was seen to answer");

    public static readonly Difference DuplicateAnswer = new(
        "a duplicate sent to a FIFO queue",
        "answered with the id and number of the first",
        "another id",
        "the message is taken, and not delivered");

    public static readonly Difference DeduplicationScope = new(
        "DeduplicationScope by message group",
        "groups have ids of their own",
        "ignored",
        "deduplication within each group");

    public static readonly Difference LetterOrder = new(
        "the dead letters of a FIFO queue's group",
        "in the order of the group",
        "the last first",
        "a FIFO queue keeps the order within a group");

    public static readonly Difference ReceiveAttempts = new(
        "ReceiveRequestAttemptId",
        "the same messages and handles for five minutes",
        "ignored",
        "the same messages and handles for five minutes");

    public static readonly Difference SequenceNumbers = new(
        "sequence numbers of a FIFO queue's messages",
        "grow with every message",
        "drawn at random",
        "grow with every message of a group");

    public static readonly Difference StaleFifoReceipt = new(
        "DeleteMessage in a FIFO queue after the visibility timeout",
        "refused",
        "deletes the message",
        "the action fails with an error");

    public static readonly Difference DeadLetterQueueType = new(
        "a RedrivePolicy that names a queue of the other type",
        "`InvalidParameterValue`",
        "`InvalidParameterCombination`",
        "the dead-letter queue of a FIFO queue is one, too");

    public static readonly Difference TimeToLiveTwice = new(
        "UpdateTimeToLive that changes nothing",
        "`TimeToLive is already enabled`",
        "accepts it",
        "a ValidationException");

    public static readonly Difference UnprojectedAttributes = new(
        "a Query of a global index with Select ALL_ATTRIBUTES",
        "refused unless it projects ALL",
        "accepted",
        "a ValidationException");

    public static readonly Difference IndexKeyOfWrongType = new(
        "an index key of the wrong type",
        "`Type mismatch for Index Key …` names the index",
        "accepted",
        "a ValidationException");

    public static readonly Difference MissingIndex = new(
        "a Query of an index that is not there",
        "`The table does not have the specified index`",
        "`ResourceNotFoundException`",
        "a ValidationException");

    public static readonly Difference Digits = new(
        "a number of more than 38 digits",
        "refused",
        "accepted",
        "a ValidationException");

    public static readonly Difference KeyOfWrongType = new(
        "GetItem by a key of the wrong type",
        "`The provided key element does not match the schema`",
        "finds nothing",
        "a ValidationException");

    public static readonly Difference Capacity = new(
        "ReturnConsumedCapacity",
        "units by size, twice for transactions",
        "constants or nothing",
        "1 KB written or 4 KB read per unit, twice in transactions");

    public static readonly Difference ExpressionMessages = new(
        "expressions that are refused",
        "in AWS's words",
        "500 for some, others accepted or worded otherwise",
        "a ValidationException that names token, function, operand or path");

    public static readonly Difference TransactionTokens = new(
        "ClientRequestToken of TransactWriteItems",
        "idempotent for ten minutes",
        "ignored",
        "idempotent for ten minutes; `IdempotentParameterMismatchException`");

    public static readonly Difference TargetInput = new(
        "a target's Input and InputPath",
        "say what the target gets",
        "ignored",
        "passed to the target instead of the event");

    public static readonly Difference TransformedInput = new(
        "a target's InputTransformer with a number",
        "renders it",
        "500 from PutEvents",
        "numbers stand in the template as they are");

    public static readonly Difference DisabledRules = new(
        "a rule that is disabled",
        "sends nothing",
        "sends on",
        "a disabled rule matches no event");

    public static readonly Difference MissingBus = new(
        "PutEvents to a bus that does not exist",
        "succeeds",
        "fails",
        "the event is taken and matches no rule");

    public static readonly Difference TestEventPattern = new(
        "TestEventPattern",
        "tells whether they match",
        "not implemented",
        "tells whether they match");

    public static readonly Difference ExistingTopic = new(
        "CreateTopic of a topic with other attributes",
        "`InvalidParameter`",
        "returns it as it is",
        "an existing topic is found only where its attributes are those asked for");

    public static readonly Difference FilterIgnoringCase = new(
        "a filter policy with equals-ignore-case",
        "ignores case",
        "matches nothing",
        "matches whatever the case");

    public static readonly Difference MalformedFilter = new(
        "a filter policy that is no JSON",
        "`InvalidParameter`",
        "500",
        "a filter policy is JSON");

    public static readonly Difference SubscriptionDeadLetters = new(
        "RedrivePolicy of a subscription",
        "what cannot be delivered goes to the queue",
        "Publish fails",
        "undeliverable messages are held in the dead-letter queue");

    public static readonly Difference PublishedMessages = new(
        "Publish of an empty message, a subject of two lines, a MessageStructure without texts",
        "`InvalidParameter`",
        "accepted",
        "subjects have no line breaks; MessageStructure asks for a default");

    public static readonly Difference MailConfirmation = new(
        "Subscribe of a mail address",
        "`pending confirmation`",
        "subscribed at once",
        "the endpoint's owner has to confirm");

    public static readonly Difference InvalidSchedules = new(
        "a ScheduleExpression that is none",
        "`Parameter ScheduleExpression is not valid.`",
        "stores it",
        "a ValidationException");

    public static readonly Difference WhiteSpace = new(
        "what a target gets of a detail with white space",
        "compact JSON",
        "JSON with spaces",
        "an event as compact JSON, as AWS was seen to send it");

    public static readonly IReadOnlyList<Difference> All =
    [
        ExistingQueueMessage, ListedPages, AttributeRanges, PurgeInterval, MessageContents, ReceiveRangeMessages,
        InvalidReceiptMessage, StaleReceipt, DeadLetterSource, MissingDeadLetterQueue, MoveTasks,
        FifoAttributes, FifoBatches, DuplicateAnswer, DeduplicationScope, LetterOrder, ReceiveAttempts, SequenceNumbers,
        StaleFifoReceipt,
        DeadLetterQueueType,
        TimeToLiveTwice, UnprojectedAttributes, IndexKeyOfWrongType, MissingIndex, Digits, KeyOfWrongType, Capacity,
        ExpressionMessages, TransactionTokens,
        TargetInput, TransformedInput, DisabledRules, MissingBus, TestEventPattern,
        ExistingTopic, FilterIgnoringCase, MalformedFilter, SubscriptionDeadLetters, PublishedMessages, MailConfirmation,
        InvalidSchedules, WhiteSpace,
    ];
}
