namespace LocalAws.Tests.StepFunctions.Executions;

public sealed class WhenBranchesRun : StepFunctionsSpec
{
    private const string Doubled = """{"StartAt":"X","States":{"X":{"Type":"Pass","End":true}}}""";

    [Fact]
    public async Task A_parallel_gives_their_outputs_in_order_each_a_copy_of_the_input()
    {
        var output = await OutputAsync("""
            "A":{"Type":"Parallel","Parameters":{"v.$":"$.n"},"Branches":[
              {"StartAt":"X","States":{"X":{"Type":"Pass","Result":1,"ResultPath":"$.x","End":true}}},
              {"StartAt":"Y","States":{"Y":{"Type":"Pass","End":true}}}],"ResultSelector":{"all.$":"$[*]","first.$":"$[0].x"},"ResultPath":"$.r","End":true}
            """, """{"n":5}""");

        Assert.Equal("""{"n":5,"r":{"all":[{"v":5,"x":1},{"v":5}],"first":1}}""", output);
        Assert.Equal(
            [
                "1 0 ExecutionStarted", "2 0 ParallelStateEntered", "3 2 ParallelStateStarted", "4 3 PassStateEntered", "5 4 PassStateExited",
                "6 3 PassStateEntered", "7 6 PassStateExited", "8 7 ParallelStateSucceeded", "9 7 ParallelStateExited", "10 9 ExecutionSucceeded",
            ],
            await EventsAsync());
    }

    [Fact]
    public async Task When_one_fails_the_others_are_ended()
    {
        var failure = await FailureAsync("""
            "A":{"Type":"Parallel","Branches":[
              {"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":9,"End":true}}},
              {"StartAt":"F","States":{"F":{"Type":"Fail","Error":"E","Cause":"C"}}}],"End":true}
            """);

        Assert.Equal("E: C", failure);
        Assert.Equal(
            [
                "ExecutionStarted", "ParallelStateEntered", "ParallelStateStarted", "WaitStateEntered", "FailStateEntered",
                "WaitStateAborted", "ParallelStateFailed", "ExecutionFailed",
            ],
            await TypesAsync());
    }

    [Fact]
    public async Task A_parallel_that_fails_is_tried_again_and_caught_as_a_whole()
    {
        await BeginAsync("""
            "A":{"Type":"Parallel","Branches":[{"StartAt":"F","States":{"F":{"Type":"Fail","Error":"E"}}}],
              "Retry":[{"ErrorEquals":["E"],"MaxAttempts":1}],"Catch":[{"ErrorEquals":["E"],"Next":"B"}],"End":true},
            "B":{"Type":"Succeed"}
            """);
        await UntilEventAsync("FailStateEntered");
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("""{"Error":"E","Cause":null}""", (string?)(await EndAsync())["output"]);
        Assert.Equal(
            [
                "1 0 ExecutionStarted", "2 0 ParallelStateEntered", "3 2 ParallelStateStarted", "4 3 FailStateEntered", "5 4 ParallelStateStarted",
                "6 5 FailStateEntered", "7 6 ParallelStateFailed", "8 7 ParallelStateExited", "9 8 SucceedStateEntered", "10 9 SucceedStateExited",
                "11 10 ExecutionSucceeded",
            ],
            await EventsAsync());
    }

    [Fact]
    public async Task A_map_runs_its_states_for_each_element()
    {
        var output = await OutputAsync($$"""
            "A":{"Type":"Map","InputPath":"$.in","ItemsPath":"$.list","ItemSelector":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value.n","all.$":"$.tag"},
              "ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"X","States":{"X":{"Type":"Pass","End":true} } },"ResultPath":"$.out","OutputPath":"$.out","End":true}
            """, """{"in":{"list":[{"n":"a"},{"n":"b"}],"tag":1}}""");

        Assert.Equal("""[{"i":0,"v":"a","all":1},{"i":1,"v":"b","all":1}]""", output);
        Assert.Equal(
            [
                "1 0 ExecutionStarted", "2 0 MapStateEntered", "3 2 MapStateStarted", "4 3 MapIterationStarted", "5 4 PassStateEntered",
                "6 5 PassStateExited", "7 6 MapIterationSucceeded", "8 6 MapIterationStarted", "9 8 PassStateEntered", "10 9 PassStateExited",
                "11 10 MapIterationSucceeded", "12 11 MapStateSucceeded", "13 11 MapStateExited", "14 13 ExecutionSucceeded",
            ],
            await EventsAsync());
        var history = await HistoryAsync();
        Assert.Equal("""{"length":2}""", history[2]["mapStateStartedEventDetails"]!.ToJsonString());
        Assert.Equal("""{"name":"A","index":1}""", history[7]["mapIterationStartedEventDetails"]!.ToJsonString());
    }

    [Theory]
    [InlineData($$""" "Iterator":{{Doubled}} """, "[1,2]", "[1,2]")]
    [InlineData($$""" "Iterator":{{Doubled}},"Parameters":{"v.$":"$$.Map.Item.Value"} """, "[1,2]", """[{"v":1},{"v":2}]""")]
    [InlineData($$""" "ItemProcessor":{{Doubled}} """, "[]", "[]")]
    [InlineData($$""" "ItemProcessor":{{Doubled}},"MaxConcurrency":1 """, "[3,4]", "[3,4]")]
    [InlineData("""
        "ItemProcessor":{"StartAt":"X","States":{"X":{"Type":"Pass","InputPath":"$$.Map.Item.Index","End":true}}}
        """, """["a","b"]""", "[0,1]")]
    public async Task A_map_takes_its_older_names_and_its_states_know_the_element(string fields, string input, string output) =>
        Assert.Equal(output, await OutputAsync($$""" "A":{"Type":"Map",{{fields}},"End":true} """, input));

    [Theory]
    [InlineData("", "{}", "Reference path \"$\" must point to array.")]
    [InlineData(""" "ItemsPath":"$.n", """, """{"n":5}""", "Reference path \"$.n\" must point to array.")]
    [InlineData(""" "MaxConcurrencyPath":"$.n", """, """{"n":"NoNumber"}""",
        "The MaxConcurrencyPath field refers to value \"NoNumber\" which is not a valid integer: $.n")]
    [InlineData(""" "MaxConcurrencyPath":"$.n", """, """{"n":-1}""", "MaxConcurrency cannot be negative.")]
    [InlineData(""" "MaxConcurrencyPath":"$.n", """, """{"n":"-1"}""", "MaxConcurrency cannot be negative.")]
    public async Task A_map_without_an_array_or_number_fails(string fields, string input, string cause) =>
        Assert.EndsWith(cause, await FailureAsync($$""" "A":{"Type":"Map",{{fields}}"ItemProcessor":{{Doubled}},"End":true} """, input));

    [Fact]
    public async Task A_map_s_iteration_that_fails_ends_the_others()
    {
        var failure = await FailureAsync("""
            "A":{"Type":"Map","ItemProcessor":{"StartAt":"C","States":{
              "C":{"Type":"Choice","Choices":[{"Variable":"$","NumericEquals":2,"Next":"F"}],"Default":"W"},
              "W":{"Type":"Wait","Seconds":9,"End":true},"F":{"Type":"Fail","Error":"E"}}},"End":true}
            """, "[1,2]");

        Assert.Equal("E: ", failure);
        var types = await TypesAsync();
        Assert.Contains("MapIterationFailed", types);
        Assert.Contains("WaitStateAborted", types);
        Assert.Contains("MapIterationAborted", types);
        Assert.Equal(["MapStateFailed", "ExecutionFailed"], types.TakeLast(2));
    }

    [Theory]
    [InlineData(""" "MaxConcurrency":2, """, 2)]
    [InlineData(""" "MaxConcurrencyPath":"$[0]", """, 3)]
    [InlineData("", 40)]
    public async Task No_more_iterations_run_at_once_than_may(string fields, int atOnce)
    {
        await BeginAsync(
            $$""" "A":{"Type":"Map",{{fields}}"ItemProcessor":{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":9,"End":true} } },"End":true} """,
            $"[{string.Join(',', Enumerable.Repeat(3, 50))}]");

        await UntilEventAsync("WaitStateEntered", atOnce);
        Assert.Equal(atOnce, (await TypesAsync()).Count(type => type == "MapIterationStarted"));
        Time.Advance(TimeSpan.FromSeconds(9));

        await UntilEventAsync("WaitStateEntered", Math.Min(50, 2 * atOnce));
        Assert.Equal("RUNNING", (string?)(await DescribeAsync())["status"]);
    }

    [Fact]
    public async Task Branches_within_branches_are_caught_where_a_catcher_is()
    {
        var output = await OutputAsync("""
            "A":{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{
              "P":{"Type":"Parallel","Branches":[{"StartAt":"F","States":{"F":{"Type":"Fail","ErrorPath":"$.e"}}}],
                "Catch":[{"ErrorEquals":["one"],"Next":"S"}],"End":true},
              "S":{"Type":"Succeed"}}},"Catch":[{"ErrorEquals":["two"],"ResultPath":"$[1]","Next":"B"}],"End":true},
            "B":{"Type":"Succeed"}
            """, """[{"e":"one"},{"e":"two"}]""");

        Assert.Equal("""[{"e":"one"},{"Error":"two","Cause":null}]""", output);
    }
}
