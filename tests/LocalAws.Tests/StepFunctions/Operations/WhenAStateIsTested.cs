namespace LocalAws.Tests.StepFunctions.Operations;

public sealed class WhenAStateIsTested : StepFunctionsSpec
{
    private const string Send = """{"Type":"Task","Resource":"arn:aws:states:::aws-sdk:sqs:sendMessage","Next":"N","Retry":[{"ErrorEquals":["E"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["States.ALL"],"Next":"C"}]}""";

    [Theory]
    [InlineData("""{"Type":"Pass","Parameters":{"x.$":"$.a"},"Next":"N"}""", """{"status":"SUCCEEDED","output":"{\u0022x\u0022:1}","nextState":"N"}""")]
    [InlineData("""{"Type":"Succeed"}""", """{"status":"SUCCEEDED","output":"{\u0022a\u0022:1}"}""")]
    [InlineData("""{"Type":"Fail","Error":"E","Cause":"C"}""", """{"status":"FAILED","error":"E","cause":"C"}""")]
    [InlineData("""{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":1,"Next":"One"}],"Default":"D"}""",
        """{"status":"SUCCEEDED","output":"{\u0022a\u0022:1}","nextState":"One"}""")]
    public async Task It_runs_once_and_says_what_comes_of_it(string definition, string answer) =>
        Assert.Equal(answer, (await CallAsync("TestState", new { definition, input = """{"a":1}""" })).ToJsonString());

    [Fact]
    public async Task The_data_s_way_is_shown_to_whoever_looks_closer()
    {
        var tested = await CallAsync("TestState", new
        {
            definition = """{"Type":"Pass","InputPath":"$.a","Parameters":{"x.$":"$.b"},"ResultPath":"$.r","OutputPath":"$.r","End":true}""",
            input = """{"a":{"b":1}}""",
            inspectionLevel = "DEBUG",
        });

        var data = tested["inspectionData"]!;
        Assert.Equal(
            ["""{"a":{"b":1}}""", """{"b":1}""", """{"x":1}""", """{"x":1}""", """{"a":{"b":1},"r":{"x":1}}"""],
            [(string?)data["input"], (string?)data["afterInputPath"], (string?)data["afterParameters"], (string?)data["afterResultSelector"], (string?)data["afterResultPath"]]);
        Assert.Equal("""{"x":1}""", (string?)tested["output"]);
    }

    [Fact]
    public async Task A_task_calls_its_service()
    {
        Calls.Answer("""{"MessageId":"1"}""");

        var tested = await CallAsync("TestState", new { definition = Send, roleArn = Role, inspectionLevel = "TRACE" });

        Assert.Equal("""{"MessageId":"1"}""", (string?)tested["output"]);
        Assert.Equal("""{"MessageId":"1"}""", (string?)tested["inspectionData"]!["result"]);
    }

    [Theory]
    [InlineData("E", 0, "RETRIABLE", null)]
    [InlineData("E", 1, "CAUGHT_ERROR", "C")]
    [InlineData("F", 0, "CAUGHT_ERROR", "C")]
    [InlineData("States.Runtime", 0, "FAILED", null)]
    public async Task A_mocked_error_is_tried_again_caught_or_final(string error, int retries, string status, string? next)
    {
        var tested = await CallAsync("TestState", new
        {
            definition = Send,
            mock = new { errorOutput = new { error, cause = "why" } },
            stateConfiguration = new { retrierRetryCount = retries },
        });

        Assert.Equal((status, next, error), ((string?)tested["status"], (string?)tested["nextState"], (string?)tested["error"]));
    }

    [Fact]
    public async Task A_mocked_result_variables_and_context_take_the_place_of_real_ones()
    {
        var tested = await CallAsync("TestState", new
        {
            definition = """{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","ResultSelector":{"r.$":"$.x","v.$":"$v","n.$":"$$.Execution.Name"},"End":true}""",
            mock = new { result = """{"x":1}""" },
            variables = """{"v":2}""",
            context = """{"Execution":{"Name":"n"}}""",
        });

        Assert.Equal("""{"r":1,"v":2,"n":"n"}""", (string?)tested["output"]);
    }

    [Fact]
    public async Task One_of_a_whole_machine_is_found_by_its_name()
    {
        const string Whole = """{"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"X","States":{"X":{"Type":"Pass","Result":7,"End":true}}}],"End":true}}}""";

        Assert.Equal("7", (string?)(await CallAsync("TestState", new { definition = Whole, stateName = "X" }))["output"]);
        Assert.Equal("ValidationException: State not found in definition", await RefusalAsync("TestState", new { definition = Whole, stateName = "Y" }));
        Assert.StartsWith("InvalidDefinition: TestState API does not support Map or Parallel states.", await RefusalAsync("TestState", new { definition = Whole, stateName = "P" }));
    }

    [Theory]
    [InlineData("[1,2]", """{"status":"SUCCEEDED","output":"{\u0022r\u0022:[1,2]}"}""")]
    [InlineData("[1]", "ValidationException: Mocked result must contain the same number of items as number of Parallel branches.")]
    [InlineData("{}", "ValidationException: Mocked result must be an array.")]
    public async Task A_parallel_state_takes_a_mocked_result_for_each_branch(string result, string answer)
    {
        const string Branch = """{"StartAt":"X","States":{"X":{"Type":"Succeed"}}}""";
        const string Other = """{"StartAt":"Y","States":{"Y":{"Type":"Succeed"}}}""";
        var request = new
        {
            definition = $$"""{"Type":"Parallel","Branches":[{{Branch}},{{Other}}],"ResultPath":"$.r","End":true}""",
            mock = new { result },
        };

        Assert.Equal(answer, result == "[1,2]"
            ? (await CallAsync("TestState", request)).ToJsonString()
            : await RefusalAsync("TestState", request));
    }

    [Theory]
    [InlineData("""{"definition":"{\"StartAt\":\"X\",\"QueryLanguage\":\"JSONata\",\"States\":{\"X\":{\"Type\":\"Succeed\"}}}","stateName":"X"}""", "InvalidDefinition: Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: LocalAws evaluates JSONPath; the query language JSONata is not supported at /States/X/QueryLanguage")]
    [InlineData("""{"definition":"{\"Type\":\"Succeed\"}","revealSecrets":true,"mock":{"result":"{}"}}""", "ValidationException: TestState does not support RevealSecrets when a mock is specified.")]
    [InlineData("""{"definition":"{\"Type\":\"Map\",\"ItemProcessor\":{\"StartAt\":\"X\",\"States\":{\"X\":{\"Type\":\"Succeed\"}}},\"End\":true}","mock":{"result":"[]"}}""", "ValidationException: LocalAws tests no Map states")]
    [InlineData("""{"definition":"{\"Type\":\"Nap\"}"}""", "InvalidDefinition: Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: The field 'Type'")]
    [InlineData("""{"definition":"{\"Type\":\"Succeed\"}","input":"{"}""", "InvalidExecutionInput")]
    [InlineData("""{"definition":"{\"Type\":\"Succeed\"}","revealSecrets":true}""", "ValidationException: LocalAws has no HTTP tasks: revealSecrets is not supported")]
    [InlineData("""{"definition":"{\"Type\":\"Succeed\"}","mock":{"result":"{}"}}""", "ValidationException: State type 'Succeed' is not supported when a mock is specified")]
    [InlineData("""{"definition":"{\"Type\":\"Succeed\"}","mock":{"result":"{}","errorOutput":{}}}""", "ValidationException: A test mock should have only one of the following fields: [result, errorOutput].")]
    [InlineData("""{"definition":"{\"Type\":\"Succeed\"}","mock":{"fieldValidationMode":"STRICT"}}""", "ValidationException: LocalAws checks no mocks: fieldValidationMode STRICT is not supported")]
    [InlineData("""{"definition":"{\"Type\":\"Succeed\"}","stateConfiguration":{"mapIterationFailureCount":1}}""", "ValidationException: LocalAws takes retrierRetryCount of stateConfiguration")]
    [InlineData("""{"definition":"{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::sqs:sendMessage\",\"End\":true}"}""", "ValidationException: RoleArn must be specified when testing a Task state")]
    [InlineData("""{"definition":"{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\",\"End\":true}","roleArn":"arn:r"}""", "ValidationException: TestState calls a service and awaits its answer; other tasks need a mock")]
    public async Task What_cannot_be_tested_is_refused(string request, string refusal) => Assert.StartsWith(refusal, await RefusalAsync("TestState", request));
}
