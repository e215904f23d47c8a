namespace LocalAws.Tests.Fuzz;

/// <summary>One valid request for each operation, against what <see cref="Setup"/> makes.</summary>
internal static class ValidRequests
{
    private const string Arn = "arn:aws:sqs:us-east-1:000000000000:";
    private const string Topic = "arn:aws:sns:us-east-1:000000000000:news";
    private const string Subscription = $"{Topic}:1";
    private const string Url = "http://127.0.0.1/000000000000/orders";
    private const string Bus = "arn:aws:events:us-east-1:000000000000:event-bus/shop";
    private const string Archive = "arn:aws:events:us-east-1:000000000000:archive/all";
    private const string Connection = "arn:aws:events:us-east-1:000000000000:connection/key/1";
    private const string Added = """{"HeaderParameters":[{"Key":"h","Value":"v","IsValueSecret":true}],"QueryStringParameters":[{"Key":"q","Value":"v"}],"BodyParameters":[{"Key":"b","Value":"v"}]}""";
    private const string Table = "arn:aws:dynamodb:us-east-1:000000000000:table/stock";
    private const string Key = """{"day":{"S":"mon"},"minute":{"N":"1"}}""";
    private const string Event = """{\"id\":\"1\",\"account\":\"1\",\"source\":\"shop\",\"time\":\"2026-01-01T00:00:00Z\",\"region\":\"us-east-1\",\"resources\":[],\"detail-type\":\"Sale\",\"detail\":{\"amount\":100,\"name\":\"ann\",\"ip\":\"10.0.0.7\"}}""";
    private const string Pattern = """{\"source\":[{\"prefix\":\"sh\"}],\"detail\":{\"amount\":[{\"numeric\":[\">\",0,\"<=\",100]}],\"$or\":[{\"name\":[{\"anything-but\":[\"bob\"]}]},{\"ip\":[{\"cidr\":\"10.0.0.0/24\"}]},{\"x\":[{\"exists\":false}]}]}}""";
    private const string CreateTable = """{"TableName":"NAME","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"day","AttributeType":"S"},{"AttributeName":"minute","AttributeType":"N"},{"AttributeName":"kind","AttributeType":"S"}],"KeySchema":[{"AttributeName":"day","KeyType":"HASH"},{"AttributeName":"minute","KeyType":"RANGE"}],"GlobalSecondaryIndexes":[{"IndexName":"byKind","KeySchema":[{"AttributeName":"kind","KeyType":"HASH"},{"AttributeName":"minute","KeyType":"RANGE"}],"Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["sum"]}}],"LocalSecondaryIndexes":[{"IndexName":"byDay","KeySchema":[{"AttributeName":"day","KeyType":"HASH"},{"AttributeName":"kind","KeyType":"RANGE"}],"Projection":{"ProjectionType":"ALL"}}],"StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}}""";

    private const string Update =
        """
        {"TableName":"stock","Key":{"day":{"S":"mon"},"minute":{"N":"1"}},
        "UpdateExpression":"SET #s = if_not_exists(#s, :zero) + :one, seen = list_append(seen, :who) REMOVE doc.#l[0] ADD tags :tags DELETE past :tags",
        "ConditionExpression":"attribute_exists(#s) AND (NOT begins_with(doc.title, :text) OR size(seen) < :one OR #s BETWEEN :zero AND :one) AND #s IN (:zero, :one)",
        "ExpressionAttributeNames":{"#s":"sum","#l":"list"},
        "ExpressionAttributeValues":{":zero":{"N":"0"},":one":{"N":"1"},":who":{"L":[{"S":"ann"}]},":tags":{"SS":["a","b"]},":text":{"S":"x"}},"ReturnValues":"ALL_NEW"}
        """;

    /// <summary>Made before each operation's turn, in this order.</summary>
    public static (string Operation, string Body)[] Setup { get; } =
    [
        ("sqs.CreateQueue", """{"QueueName":"dead"}"""),
        ("sqs.CreateQueue", $$$"""{"QueueName":"orders","Attributes":{"RedrivePolicy":"{\"deadLetterTargetArn\":\"{{{Arn}}}dead\",\"maxReceiveCount\":3}"}}"""),
        ("sqs.SendMessage", $$"""{"QueueUrl":"{{Url}}","MessageBody":"first"}"""),
        ("sqs.AddPermission", $$"""{"QueueUrl":"{{Url}}","Label":"send","AWSAccountIds":["111122223333"],"Actions":["SendMessage"]}"""),
        ("sns.CreateTopic", """{"Name":"news"}"""),
        ("sns.Subscribe", $$"""{"TopicArn":"{{Topic}}","Protocol":"sqs","Endpoint":"{{Arn}}orders"}"""),
        ("events.CreateEventBus", """{"Name":"shop"}"""),
        ("events.CreateEventBus", """{"Name":"spare"}"""),
        ("events.PutRule", """{"Name":"all","EventBusName":"shop","EventPattern":"{\"source\":[\"shop\"]}"}"""),
        ("events.PutRule", """{"Name":"spare","EventBusName":"shop","EventPattern":"{\"source\":[\"none\"]}"}"""),
        ("events.PutTargets", $$"""{"Rule":"all","EventBusName":"shop","Targets":[{"Id":"queue","Arn":"{{Arn}}orders"}]}"""),
        ("events.CreateArchive", $$"""{"ArchiveName":"all","EventSourceArn":"{{Bus}}"}"""),
        ("events.CreateConnection", """{"Name":"key","AuthorizationType":"API_KEY","AuthParameters":{"ApiKeyAuthParameters":{"ApiKeyName":"k","ApiKeyValue":"v"}}}"""),
        ("events.PutPermission", """{"EventBusName":"shop","Action":"events:PutEvents","Principal":"*","StatementId":"all"}"""),
        ("events.StartReplay", $$$"""{"ReplayName":"first","EventSourceArn":"{{{Archive}}}","EventStartTime":1767225600,"EventEndTime":1767229200,"Destination":{"Arn":"{{{Bus}}}"}}"""),
        ("dynamodb.CreateTable", CreateTable.Replace("NAME", "stock", StringComparison.Ordinal)),
        ("dynamodb.PutItem", """{"TableName":"stock","Item":{"day":{"S":"mon"},"minute":{"N":"1"},"kind":{"S":"k"},"sum":{"N":"0"},"seen":{"L":[]},"past":{"SS":["b","c"]},"tags":{"SS":["c"]},"doc":{"M":{"title":{"S":"t"},"list":{"L":[{"BOOL":true},{"NULL":true},{"B":"AAEC"}]}}}}}"""),
    ];

    /// <summary>What is refused all the same, because it needs a handle, a task or a stream that is not there.</summary>
    public static IReadOnlySet<string> Refused { get; } = new HashSet<string>
    {
        "sns.ConfirmSubscription", "sns.GetSubscriptionAttributes", "sns.SetSubscriptionAttributes",
        "sqs.DeleteMessage", "sqs.ChangeMessageVisibility", "sqs.CancelMessageMoveTask", "events.CancelReplay",
        "events.CreateApiDestination", "events.UpdateApiDestination", "events.DescribeApiDestination", "events.DeleteApiDestination",
        "dynamodbstreams.DescribeStream", "dynamodbstreams.GetShardIterator", "dynamodbstreams.GetRecords",
    };

    public static IReadOnlyDictionary<string, string> ByOperation { get; } = new Dictionary<string, string>
    {
        ["sqs.CreateQueue"] = """{"QueueName":"new","Attributes":{"VisibilityTimeout":"30","DelaySeconds":"0","MessageRetentionPeriod":"345600"},"tags":{"a":"b"}}""",
        ["sqs.GetQueueUrl"] = """{"QueueName":"orders"}""",
        ["sqs.ListQueues"] = """{"QueueNamePrefix":"o","MaxResults":10}""",
        ["sqs.ListDeadLetterSourceQueues"] = """{"QueueUrl":"http://127.0.0.1/000000000000/dead","MaxResults":10}""",
        ["sqs.PurgeQueue"] = $$"""{"QueueUrl":"{{Url}}"}""",
        ["sqs.DeleteQueue"] = $$"""{"QueueUrl":"{{Url}}"}""",
        ["sqs.GetQueueAttributes"] = $$"""{"QueueUrl":"{{Url}}","AttributeNames":["All"]}""",
        ["sqs.SetQueueAttributes"] = $$$"""{"QueueUrl":"{{{Url}}}","Attributes":{"VisibilityTimeout":"30","RedriveAllowPolicy":"{\"redrivePermission\":\"allowAll\"}","Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sqs:SendMessage\",\"Resource\":\"*\"}]}"}}""",
        ["sqs.TagQueue"] = $$$"""{"QueueUrl":"{{{Url}}}","Tags":{"a":"b"}}""",
        ["sqs.UntagQueue"] = $$"""{"QueueUrl":"{{Url}}","TagKeys":["a"]}""",
        ["sqs.ListQueueTags"] = $$"""{"QueueUrl":"{{Url}}"}""",
        ["sqs.AddPermission"] = $$"""{"QueueUrl":"{{Url}}","Label":"receive","AWSAccountIds":["111122223333"],"Actions":["SendMessage"]}""",
        ["sqs.RemovePermission"] = $$"""{"QueueUrl":"{{Url}}","Label":"send"}""",
        ["sqs.SendMessage"] = $$$"""{"QueueUrl":"{{{Url}}}","MessageBody":"body","DelaySeconds":1,"MessageAttributes":{"n":{"DataType":"Number.int","StringValue":"5"},"b":{"DataType":"Binary","BinaryValue":"AAEC"}} }""",
        ["sqs.SendMessageBatch"] = $$$"""{"QueueUrl":"{{{Url}}}","Entries":[{"Id":"a","MessageBody":"1"},{"Id":"b","MessageBody":"2","DelaySeconds":1,"MessageAttributes":{"s":{"DataType":"String","StringValue":"x"}} }]}""",
        ["sqs.ReceiveMessage"] = $$"""{"QueueUrl":"{{Url}}","MaxNumberOfMessages":10,"VisibilityTimeout":0,"AttributeNames":["All"],"MessageSystemAttributeNames":["SentTimestamp"],"MessageAttributeNames":["n.*"]}""",
        ["sqs.DeleteMessage"] = $$"""{"QueueUrl":"{{Url}}","ReceiptHandle":"none"}""",
        ["sqs.DeleteMessageBatch"] = $$"""{"QueueUrl":"{{Url}}","Entries":[{"Id":"a","ReceiptHandle":"none"},{"Id":"b","ReceiptHandle":"none"}]}""",
        ["sqs.ChangeMessageVisibility"] = $$"""{"QueueUrl":"{{Url}}","ReceiptHandle":"none","VisibilityTimeout":5}""",
        ["sqs.ChangeMessageVisibilityBatch"] = $$"""{"QueueUrl":"{{Url}}","Entries":[{"Id":"a","ReceiptHandle":"none","VisibilityTimeout":5}]}""",
        ["sqs.StartMessageMoveTask"] = $$"""{"SourceArn":"{{Arn}}dead","MaxNumberOfMessagesPerSecond":5}""",
        ["sqs.ListMessageMoveTasks"] = $$"""{"SourceArn":"{{Arn}}dead","MaxResults":5}""",
        ["sqs.CancelMessageMoveTask"] = """{"TaskHandle":"none"}""",
        ["sns.CreateTopic"] = """{"Name":"new","Attributes":{"DisplayName":"News","SignatureVersion":"2"},"Tags":[{"Key":"a","Value":"b"}]}""",
        ["sns.DeleteTopic"] = $$"""{"TopicArn":"{{Topic}}"}""",
        ["sns.ListTopics"] = """{"NextToken":"YQ=="}""",
        ["sns.GetTopicAttributes"] = $$"""{"TopicArn":"{{Topic}}"}""",
        ["sns.SetTopicAttributes"] = $$$"""{"TopicArn":"{{{Topic}}}","AttributeName":"DeliveryPolicy","AttributeValue":"{\"http\":{\"defaultHealthyRetryPolicy\":{\"numRetries\":5,\"backoffFunction\":\"geometric\"} } }"}""",
        ["sns.AddPermission"] = $$"""{"TopicArn":"{{Topic}}","Label":"publish","AWSAccountId":["111122223333"],"ActionName":["Publish"]}""",
        ["sns.RemovePermission"] = $$"""{"TopicArn":"{{Topic}}","Label":"publish"}""",
        ["sns.TagResource"] = $$"""{"ResourceArn":"{{Topic}}","Tags":[{"Key":"a","Value":"b"}]}""",
        ["sns.UntagResource"] = $$"""{"ResourceArn":"{{Topic}}","TagKeys":["a"]}""",
        ["sns.ListTagsForResource"] = $$"""{"ResourceArn":"{{Topic}}"}""",
        ["sns.Subscribe"] = $$$"""{"TopicArn":"{{{Topic}}}","Protocol":"sqs","Endpoint":"{{{Arn}}}dead","Attributes":{"FilterPolicy":"{\"kind\":[{\"prefix\":\"a\"},{\"exists\":false}]}","RedrivePolicy":"{\"deadLetterTargetArn\":\"{{{Arn}}}dead\"}","RawMessageDelivery":"true"},"ReturnSubscriptionArn":true}""",
        ["sns.ConfirmSubscription"] = $$"""{"TopicArn":"{{Topic}}","Token":"none","AuthenticateOnUnsubscribe":"true"}""",
        ["sns.Unsubscribe"] = $$"""{"SubscriptionArn":"{{Subscription}}"}""",
        ["sns.ListSubscriptions"] = """{"NextToken":"YQ=="}""",
        ["sns.ListSubscriptionsByTopic"] = $$"""{"TopicArn":"{{Topic}}"}""",
        ["sns.GetSubscriptionAttributes"] = $$"""{"SubscriptionArn":"{{Subscription}}"}""",
        ["sns.SetSubscriptionAttributes"] = $$"""{"SubscriptionArn":"{{Subscription}}","AttributeName":"RawMessageDelivery","AttributeValue":"true"}""",
        ["sns.Publish"] = $$$"""{"TopicArn":"{{{Topic}}}","Message":"{\"default\":\"m\",\"sqs\":\"n\"}","Subject":"s","MessageStructure":"json","MessageAttributes":{"n":{"DataType":"Number","StringValue":"5"},"b":{"DataType":"Binary","BinaryValue":"AAEC"},"a":{"DataType":"String.Array","StringValue":"[1]"}},"MessageGroupId":"g"}""",
        ["sns.PublishBatch"] = $$"""{"TopicArn":"{{Topic}}","PublishBatchRequestEntries":[{"Id":"a","Message":"1"},{"Id":"b","Message":"2","Subject":"s"}]}""",
        ["events.CreateEventBus"] = """{"Name":"new","Description":"d","Tags":[{"Key":"a","Value":"b"}]}""",
        ["events.DescribeEventBus"] = """{"Name":"shop"}""",
        ["events.UpdateEventBus"] = """{"Name":"shop","Description":"d"}""",
        ["events.ListEventBuses"] = """{"NamePrefix":"s","Limit":10}""",
        ["events.DeleteEventBus"] = """{"Name":"spare"}""",
        ["events.PutRule"] = $$"""{"Name":"new","EventBusName":"shop","Description":"d","State":"ENABLED","EventPattern":"{{Pattern}}"}""",
        ["events.DescribeRule"] = """{"Name":"all","EventBusName":"shop"}""",
        ["events.ListRules"] = """{"EventBusName":"shop","NamePrefix":"a","Limit":10}""",
        ["events.ListRuleNamesByTarget"] = $$"""{"TargetArn":"{{Arn}}orders","EventBusName":"shop","Limit":10}""",
        ["events.EnableRule"] = """{"Name":"all","EventBusName":"shop"}""",
        ["events.DisableRule"] = """{"Name":"all","EventBusName":"shop"}""",
        ["events.DeleteRule"] = """{"Name":"spare","EventBusName":"shop"}""",
        ["events.PutTargets"] = $$$"""{"Rule":"all","EventBusName":"shop","Targets":[{"Id":"queue","Arn":"{{{Arn}}}orders","RetryPolicy":{"MaximumRetryAttempts":3,"MaximumEventAgeInSeconds":60},"DeadLetterConfig":{"Arn":"{{{Arn}}}dead"},"InputTransformer":{"InputPathsMap":{"a":"$.detail.amount"},"InputTemplate":"{\"a\":<a>,\"e\":<aws.events.event.json>}"}},{"Id":"path","Arn":"{{{Arn}}}orders","InputPath":"$.detail"},{"Id":"task","Arn":"arn:aws:ecs:us-east-1:000000000000:cluster/c","RoleArn":"arn:aws:iam::000000000000:role/r","EcsParameters":{"TaskDefinitionArn":"t","TaskCount":1,"PlacementStrategy":[{"type":"spread","field":"f"}]},"HttpParameters":{"PathParameterValues":["a"],"HeaderParameters":{"h":"v"},"QueryStringParameters":{"q":"v"}} }]}""",
        ["events.ListTargetsByRule"] = """{"Rule":"all","EventBusName":"shop","Limit":10}""",
        ["events.RemoveTargets"] = """{"Rule":"all","EventBusName":"shop","Ids":["queue"]}""",
        ["events.PutEvents"] = """{"Entries":[{"Source":"shop","DetailType":"Sale","Detail":"{\"amount\":100}","EventBusName":"shop","Time":1767225600,"Resources":["r"],"TraceHeader":"Root=1"},{"Source":"shop","DetailType":"Sale","Detail":"{}"}]}""",
        ["events.TestEventPattern"] = $$"""{"Event":"{{Event}}","EventPattern":"{{Pattern}}"}""",
        ["events.CreateArchive"] = $$"""{"ArchiveName":"new","EventSourceArn":"{{Bus}}","Description":"d","EventPattern":"{{Pattern}}","RetentionDays":5}""",
        ["events.DescribeArchive"] = """{"ArchiveName":"all"}""",
        ["events.ListArchives"] = $$"""{"EventSourceArn":"{{Bus}}","Limit":10}""",
        ["events.UpdateArchive"] = """{"ArchiveName":"all","Description":"d","RetentionDays":5}""",
        ["events.DeleteArchive"] = """{"ArchiveName":"all"}""",
        ["events.StartReplay"] = $$$"""{"ReplayName":"new","EventSourceArn":"{{{Archive}}}","EventStartTime":1767225600,"EventEndTime":1767229200,"Destination":{"Arn":"{{{Bus}}}","FilterArns":["arn:aws:events:us-east-1:000000000000:rule/shop/all"]}}""",
        ["events.DescribeReplay"] = """{"ReplayName":"first"}""",
        ["events.ListReplays"] = """{"NamePrefix":"f","Limit":10}""",
        ["events.CancelReplay"] = """{"ReplayName":"first"}""",
        ["events.PutPermission"] = $$$"""{"EventBusName":"shop","Policy":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"a\",\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"events:PutEvents\",\"Resource\":\"{{{Bus}}}\"}]}"}""",
        ["events.RemovePermission"] = """{"EventBusName":"shop","StatementId":"all","RemoveAllPermissions":false}""",
        ["events.CreateConnection"] = $$$"""{"Name":"new","Description":"d","AuthorizationType":"BASIC","AuthParameters":{"BasicAuthParameters":{"Username":"u","Password":"p"},"InvocationHttpParameters":{{{Added}}} } }""",
        ["events.UpdateConnection"] = $$$"""{"Name":"key","AuthorizationType":"OAUTH_CLIENT_CREDENTIALS","AuthParameters":{"OAuthParameters":{"ClientParameters":{"ClientID":"i","ClientSecret":"s"},"AuthorizationEndpoint":"https://example.com/token","HttpMethod":"POST","OAuthHttpParameters":{{{Added}}} } } }""",
        ["events.DescribeConnection"] = """{"Name":"key"}""",
        ["events.ListConnections"] = """{"NamePrefix":"k","ConnectionState":"AUTHORIZED","Limit":10}""",
        ["events.DeauthorizeConnection"] = """{"Name":"key"}""",
        ["events.DeleteConnection"] = """{"Name":"key"}""",
        ["events.CreateApiDestination"] = $$"""{"Name":"new","ConnectionArn":"{{Connection}}","InvocationEndpoint":"https://example.com/*","HttpMethod":"POST","InvocationRateLimitPerSecond":5}""",
        ["events.UpdateApiDestination"] = $$"""{"Name":"none","ConnectionArn":"{{Connection}}","HttpMethod":"PUT"}""",
        ["events.DescribeApiDestination"] = """{"Name":"none"}""",
        ["events.ListApiDestinations"] = $$"""{"NamePrefix":"n","ConnectionArn":"{{Connection}}","Limit":10}""",
        ["events.DeleteApiDestination"] = """{"Name":"none"}""",
        ["events.TagResource"] = $$"""{"ResourceARN":"{{Bus}}","Tags":[{"Key":"a","Value":"b"}]}""",
        ["events.UntagResource"] = $$"""{"ResourceARN":"{{Bus}}","TagKeys":["a"]}""",
        ["events.ListTagsForResource"] = $$"""{"ResourceARN":"{{Bus}}"}""",
        ["dynamodb.CreateTable"] = CreateTable.Replace("NAME", "new", StringComparison.Ordinal),
        ["dynamodb.DescribeTable"] = """{"TableName":"stock"}""",
        ["dynamodb.ListTables"] = """{"Limit":10,"ExclusiveStartTableName":"aaa"}""",
        ["dynamodb.UpdateTable"] = """{"TableName":"stock","DeletionProtectionEnabled":false,"AttributeDefinitions":[{"AttributeName":"title","AttributeType":"S"}],"GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"byTitle","KeySchema":[{"AttributeName":"title","KeyType":"HASH"}],"Projection":{"ProjectionType":"KEYS_ONLY"}}}]}""",
        ["dynamodb.DeleteTable"] = """{"TableName":"stock"}""",
        ["dynamodb.UpdateTimeToLive"] = """{"TableName":"stock","TimeToLiveSpecification":{"AttributeName":"expires","Enabled":true}}""",
        ["dynamodb.DescribeTimeToLive"] = """{"TableName":"stock"}""",
        ["dynamodb.TagResource"] = $$"""{"ResourceArn":"{{Table}}","Tags":[{"Key":"a","Value":"b"}]}""",
        ["dynamodb.UntagResource"] = $$"""{"ResourceArn":"{{Table}}","TagKeys":["a"]}""",
        ["dynamodb.ListTagsOfResource"] = $$"""{"ResourceArn":"{{Table}}"}""",
        ["dynamodb.GetItem"] = $$$"""{"TableName":"stock","Key":{{{Key}}},"ConsistentRead":true,"ProjectionExpression":"doc.#l[0], seen","ExpressionAttributeNames":{"#l":"list"},"ReturnConsumedCapacity":"TOTAL"}""",
        ["dynamodb.PutItem"] = """{"TableName":"stock","Item":{"day":{"S":"tue"},"minute":{"N":"1.5e3"},"set":{"NS":["1","2"]},"bytes":{"BS":["AAEC"]}},"ConditionExpression":"attribute_not_exists(#d) OR contains(#d, :x)","ExpressionAttributeNames":{"#d":"day"},"ExpressionAttributeValues":{":x":{"S":"x"}},"ReturnValues":"ALL_OLD","ReturnConsumedCapacity":"INDEXES"}""",
        ["dynamodb.UpdateItem"] = Update,
        ["dynamodb.DeleteItem"] = $$$"""{"TableName":"stock","Key":{{{Key}}},"ConditionExpression":"#s = :m AND attribute_type(seen, :t)","ExpressionAttributeNames":{"#s":"sum"},"ExpressionAttributeValues":{":m":{"N":"0"},":t":{"S":"L"}},"ReturnValues":"ALL_OLD"}""",
        ["dynamodb.BatchGetItem"] = $$$"""{"RequestItems":{"stock":{"Keys":[{{{Key}}}],"ConsistentRead":true,"ProjectionExpression":"seen"}} }""",
        ["dynamodb.BatchWriteItem"] = $$$"""{"RequestItems":{"stock":[{"PutRequest":{"Item":{"day":{"S":"wed"},"minute":{"N":"1"}} }},{"DeleteRequest":{"Key":{{{Key}}} }}]}}""",
        ["dynamodb.Query"] = """{"TableName":"stock","IndexName":"byKind","KeyConditionExpression":"kind = :k AND #m BETWEEN :a AND :b","FilterExpression":"#s >= :a","ExpressionAttributeNames":{"#s":"sum","#m":"minute"},"ExpressionAttributeValues":{":k":{"S":"k"},":a":{"N":"0"},":b":{"N":"9"}},"ScanIndexForward":false,"Limit":5,"ExclusiveStartKey":{"kind":{"S":"k"},"day":{"S":"mon"},"minute":{"N":"7"}},"Select":"ALL_PROJECTED_ATTRIBUTES","ReturnConsumedCapacity":"INDEXES"}""",
        ["dynamodb.Scan"] = """{"TableName":"stock","FilterExpression":"attribute_exists(seen)","Limit":5,"Segment":0,"TotalSegments":2,"Select":"COUNT"}""",
        ["dynamodbstreams.ListStreams"] = $$"""{"TableName":"stock","Limit":10,"ExclusiveStartStreamArn":"{{Table}}/stream/then"}""",
        ["dynamodbstreams.DescribeStream"] = $$"""{"StreamArn":"{{Table}}/stream/none","Limit":10,"ExclusiveStartShardId":"shardId-0"}""",
        ["dynamodbstreams.GetShardIterator"] = $$"""{"StreamArn":"{{Table}}/stream/none","ShardId":"shardId-0","ShardIteratorType":"AT_SEQUENCE_NUMBER","SequenceNumber":"100000000000000000000"}""",
        ["dynamodbstreams.GetRecords"] = """{"ShardIterator":"none|1|MCAw","Limit":10}""",
        ["dynamodb.TransactGetItems"] = $$$"""{"TransactItems":[{"Get":{"TableName":"stock","Key":{{{Key}}},"ProjectionExpression":"seen"}}]}""",
        ["dynamodb.TransactWriteItems"] = $$$"""{"ClientRequestToken":"once","TransactItems":[{"Put":{"TableName":"stock","Item":{"day":{"S":"wed"},"minute":{"N":"1"}} }},{"Update":{"TableName":"stock","Key":{{{Key}}},"UpdateExpression":"SET a = :a","ExpressionAttributeValues":{":a":{"N":"1"}} }},{"ConditionCheck":{"TableName":"stock","Key":{"day":{"S":"thu"},"minute":{"N":"1"}},"ConditionExpression":"attribute_not_exists(seen)","ReturnValuesOnConditionCheckFailure":"ALL_OLD"}}]}""",
    };
}
