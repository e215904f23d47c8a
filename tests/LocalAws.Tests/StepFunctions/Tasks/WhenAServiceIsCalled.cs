using System.Text.Json.Nodes;

namespace LocalAws.Tests.StepFunctions.Tasks;

public sealed class WhenAServiceIsCalled : StepFunctionsSpec
{
    [Theory]
    [InlineData("sqs:sendMessage", """{"QueueUrl":"q","MessageBody":{"a":1}}""", "sqs.SendMessage", """{"QueueUrl":"q","MessageBody":"{\"a\":1}"}""")]
    [InlineData("sqs:sendMessage", """{"QueueUrl":"q","MessageBody":"text"}""", "sqs.SendMessage", """{"QueueUrl":"q","MessageBody":"text"}""")]
    [InlineData("events:putEvents", """{"Entries":[{"Source":"s","DetailType":"t","Detail":{"a":1},"Resources":["r"]}]}""", "events.PutEvents",
        """{"Entries":[{"Source":"s","DetailType":"t","Detail":"{\"a\":1}","Resources":["r","MACHINE","EXECUTION"]}]}""")]
    [InlineData("dynamodb:putItem", """{"TableName":"t","Item":{"id":{"S":"1"}}}""", "dynamodb.PutItem", """{"TableName":"t","Item":{"id":{"S":"1"}}}""")]
    [InlineData("dynamodb:getItem", """{"TableName":"t","Key":{"id":{"S":"1"}}}""", "dynamodb.GetItem", """{"TableName":"t","Key":{"id":{"S":"1"}}}""")]
    [InlineData("dynamodb:updateItem", """{"TableName":"t","Key":{}}""", "dynamodb.UpdateItem", """{"TableName":"t","Key":{}}""")]
    [InlineData("dynamodb:deleteItem", """{"TableName":"t","Key":{}}""", "dynamodb.DeleteItem", """{"TableName":"t","Key":{}}""")]
    [InlineData("sns:publish", """{"TopicArn":"t","Message":{"a":1}}""", "sns.Publish", """{"TopicArn":"t","Message":"{\"a\":1}"}""")]
    [InlineData("states:startExecution", """{"StateMachineArn":"m","Input":{"a":1},"Name":"n"}""", "states.StartExecution",
        """{"stateMachineArn":"m","input":"{\"a\":1}","name":"n"}""")]
    [InlineData("aws-sdk:sqs:sendMessageBatch", """{"QueueUrl":"q","Entries":[]}""", "sqs.SendMessageBatch", """{"QueueUrl":"q","Entries":[]}""")]
    [InlineData("aws-sdk:eventbridge:putEvents", """{"Entries":[{"Source":"s","Detail":"{}"}]}""", "events.PutEvents", """{"Entries":[{"Source":"s","Detail":"{}"}]}""")]
    [InlineData("aws-sdk:sfn:startExecution", """{"StateMachineArn":"m","Input":{"a":1}}""", "states.StartExecution",
        """{"stateMachineArn":"m","input":"{\"a\":1}"}""")]
    [InlineData("aws-sdk:dynamodb:transactWriteItems", """{"TransactItems":[]}""", "dynamodb.TransactWriteItems", """{"TransactItems":[]}""")]
    [InlineData("aws-sdk:sfn:sendTaskSuccess", """{"TaskToken":"t","Output":"{}"}""", "states.SendTaskSuccess", """{"taskToken":"t","output":"{}"}""")]
    public async Task It_is_asked_in_its_own_words(string resource, string parameters, string operation, string request)
    {
        await RunAsync($$""" "A":{"Type":"Task","Resource":"arn:aws:states:::{{resource}}","Parameters":{{parameters}},"End":true} """);

        var asked = await Calls.NextAsync();
        Assert.Equal(operation, asked.Operation);
        var expected = JsonNode.Parse(request.Replace("EXECUTION", ExecutionArn).Replace("MACHINE", MachineArn));
        Assert.True(JsonNode.DeepEquals(expected, asked.Request), asked.Request.ToJsonString());
    }

    [Theory]
    [InlineData("aws-sdk:dynamodb:getItem", """{"Item":{"id":{"S":"1"}}}""", """{"Item":{"id":{"S":"1"}}}""")]
    [InlineData("aws-sdk:sfn:describeExecution", """{"name":"n","startDate":1768471200.5,"inputDetails":{"included":true}}""",
        """{"Name":"n","StartDate":"2026-01-15T10:00:00.500Z","InputDetails":{"Included":true}}""")]
    [InlineData("events:putEvents", """{"FailedEntryCount":0,"Entries":[{"EventId":"1"}]}""", """{"FailedEntryCount":0,"Entries":[{"EventId":"1"}]}""")]
    public async Task Its_answer_is_told_in_the_words_of_states(string resource, string answer, string output)
    {
        Calls.Answer(answer);

        Assert.Equal(output, await OutputAsync($$""" "A":{"Type":"Task","Resource":"arn:aws:states:::{{resource}}","End":true} """));
    }

    [Theory]
    [InlineData("sqs:sendMessage")]
    [InlineData("dynamodb:putItem")]
    [InlineData("states:startExecution")]
    public async Task An_integrated_service_tells_of_the_call_as_well(string resource)
    {
        Calls.Answer("""{"executionArn":"a","MessageId":"m"}""");

        var output = JsonNode.Parse((await OutputAsync($$""" "A":{"Type":"Task","Resource":"arn:aws:states:::{{resource}}","End":true} """))!)!;

        Assert.Equal(200, (int)output["SdkHttpMetadata"]!["HttpStatusCode"]!);
        Assert.NotNull(output["SdkResponseMetadata"]!["RequestId"]);
    }

    [Theory]
    [InlineData("dynamodb:putItem", "ConditionalCheckFailedException", "DynamoDB.ConditionalCheckFailedException", "Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ConditionalCheckFailedException")]
    [InlineData("dynamodb:putItem", "ValidationException", "DynamoDB.AmazonDynamoDBException", "Error Code: ValidationException")]
    [InlineData("sqs:sendMessage", "QueueDoesNotExist", "SQS.QueueDoesNotExistException", "Service: AmazonSQS")]
    [InlineData("sqs:sendMessage", "MissingParameter", "SQS.AmazonSQSException", "Error Code: MissingParameter")]
    [InlineData("sqs:sendMessage", "MissingRequiredParameterException", "SQS.AmazonSQSException", "Service: AmazonSQS")]
    [InlineData("states:startExecution", "StateMachineDoesNotExist", "StepFunctions.StateMachineDoesNotExistException", "Service: AWSStepFunctions")]
    [InlineData("states:startExecution", "ExecutionAlreadyExists", "StepFunctions.ExecutionAlreadyExistsException", "Service: AWSStepFunctions")]
    [InlineData("sns:publish", "UnknownOperationException", "SNS.AmazonSNSException", "Service: AmazonSNS")]
    [InlineData("aws-sdk:dynamodb:putItem", "ConditionalCheckFailedException", "DynamoDb.ConditionalCheckFailedException", "Service: DynamoDb, Status Code: 400")]
    [InlineData("aws-sdk:dynamodb:putItem", "ValidationException", "DynamoDb.DynamoDbException", "Service: DynamoDb")]
    [InlineData("aws-sdk:sqs:sendMessage", "AWS.SimpleQueueService.EmptyBatchRequest", "Sqs.EmptyBatchRequestException", "Service: Sqs")]
    [InlineData("aws-sdk:eventbridge:putEvents", "ResourceNotFoundException", "EventBridge.ResourceNotFoundException", "Service: EventBridge")]
    [InlineData("aws-sdk:sfn:sendTaskSuccess", "InvalidToken", "Sfn.InvalidTokenException", "Service: Sfn")]
    public async Task Its_refusal_has_the_name_of_the_SDK_s_exception(string resource, string code, string error, string cause)
    {
        Calls.Refuse(code, "Why.");

        var ended = await RunAsync($$""" "A":{"Type":"Task","Resource":"arn:aws:states:::{{resource}}","End":true} """);

        Assert.Equal(error, (string?)ended["error"]);
        Assert.StartsWith("Why. (Service: ", (string?)ended["cause"]);
        Assert.Contains(cause, (string?)ended["cause"]);
        Assert.Equal(
            ["1 0 ExecutionStarted", "2 0 TaskStateEntered", "3 2 TaskScheduled", "4 3 TaskStarted", "5 4 TaskFailed", "6 5 ExecutionFailed"],
            await EventsAsync());
    }

    [Fact]
    public async Task Events_that_were_not_taken_fail_it_with_the_whole_answer()
    {
        const string Answer = """{"FailedEntryCount":1,"Entries":[{"ErrorCode":"MalformedDetail","ErrorMessage":"Detail is malformed."}]}""";
        Calls.Answer(Answer);

        Assert.Equal(
            $"EventBridge.FailedEntry: {Answer}",
            await FailureAsync(""" "A":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents","End":true} """));
    }

    [Fact]
    public async Task Without_parameters_the_input_is_asked_with_what_the_operation_takes_of_it()
    {
        await RunAsync(
            """ "A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","End":true} """, """{"QueueUrl":"q","MessageBody":"b","Other":1}""");

        Assert.Equal("""{"QueueUrl":"q","MessageBody":"b"}""", (await Calls.NextAsync()).Request.ToJsonString());
    }

    [Fact]
    public async Task A_call_that_does_not_come_back_times_out()
    {
        Calls.Hang();
        await BeginAsync(""" "A":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","TimeoutSeconds":5,"End":true} """);
        await UntilEventAsync("TaskStarted");

        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("States.Timeout", (string?)(await EndAsync())["error"]);
        Assert.Equal("5 4 TaskTimedOut", (await EventsAsync())[4]);
    }
}
