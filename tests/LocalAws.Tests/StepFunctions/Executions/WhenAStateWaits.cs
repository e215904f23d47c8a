namespace LocalAws.Tests.StepFunctions.Executions;

public sealed class WhenAStateWaits : StepFunctionsSpec
{
    [Theory]
    [InlineData(""" "Seconds":90 """, 90)]
    [InlineData(""" "SecondsPath":"$.s" """, 30)]
    [InlineData(""" "Timestamp":"2026-01-15T10:01:00Z" """, 60)]
    [InlineData(""" "Timestamp":"2026-01-15T11:01:00+01:00" """, 60)]
    [InlineData(""" "TimestampPath":"$.t" """, 120)]
    [InlineData(""" "SecondsPath":"$$.Execution.Input.s" """, 30)]
    public async Task It_goes_on_at_that_time_and_not_a_second_before(string field, int seconds)
    {
        await BeginAsync($$""" "A":{"Type":"Wait",{{field}},"End":true} """, """{"s":30,"t":"2026-01-15T10:02:00.000Z"}""");
        await UntilEventAsync("WaitStateEntered");

        Time.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal("RUNNING", (string?)(await DescribeAsync())["status"]);
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("SUCCEEDED", (string?)(await EndAsync())["status"]);
        Assert.Equal(["1 0 ExecutionStarted", "2 0 WaitStateEntered", "3 2 WaitStateExited", "4 3 ExecutionSucceeded"], await EventsAsync());
    }

    [Fact]
    public async Task A_year_is_not_too_long()
    {
        await BeginAsync(""" "A":{"Type":"Wait","Seconds":31536000,"End":true} """);
        await UntilEventAsync("WaitStateEntered");

        for (var day = 0; day < 364; day++)
        {
            Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal("RUNNING", (string?)(await DescribeAsync())["status"]);
        Time.Advance(TimeSpan.FromDays(1));
        var ended = await EndAsync();
        Assert.Equal("SUCCEEDED", (string?)ended["status"]);
        Assert.Equal(Clock.Start.AddDays(365).ToUnixTimeSeconds(), (long)(decimal)ended["stopDate"]!);
    }

    [Theory]
    [InlineData(""" "Timestamp":"2020-01-01T00:00:00Z" """)]
    [InlineData(""" "Seconds":0 """)]
    public async Task What_is_over_already_is_not_waited_for(string field) =>
        Assert.Equal("{}", await OutputAsync($$""" "A":{"Type":"Wait",{{field}},"End":true} """));

    [Theory]
    [InlineData(""" "SecondsPath":"$.none" """, "The SecondsPath parameter does not reference an input value: $.none")]
    [InlineData(""" "SecondsPath":"$.neg" """, "The SecondsPath parameter references a negative value: $.neg == -1")]
    [InlineData(""" "SecondsPath":"$.half" """, "The SecondsPath parameter cannot be parsed as a long value: $.half == 1.5")]
    [InlineData(""" "TimestampPath":"$.bad" """,
        "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: $.bad == 2016-12-05 21:29:29Z")]
    public async Task A_path_to_no_time_fails(string field, string cause) =>
        Assert.Equal(
            $"States.Runtime: An error occurred while executing the state 'A' (entered at the event id #2). {cause}",
            await FailureAsync($$""" "A":{"Type":"Wait",{{field}},"End":true} """, """{"neg":-1,"half":1.5,"bad":"2016-12-05 21:29:29Z"}"""));
}
