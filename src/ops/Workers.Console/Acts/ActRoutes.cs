using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workers.Console.Declared;
using Workers.Console.Security;
using Workers.Console.Web;
using Workers.Contracts;
using Workers.Events.Publishing;
using Workers.Operations;
using Workers.Operations.Fleet;
using Workers.Operations.Replaying;

namespace Workers.Console.Acts;

/// <summary>
/// What can be done from a page. Each form carries a token of the page that it stood on, and a reason. What cannot be taken back is on the
/// audit trail before it happens.
/// </summary>
internal static class ActRoutes
{
    private const int LongestReason = 300;

    public static void MapActs(this IEndpointRouteBuilder routes)
    {
        var acts = routes.MapGroup("/acts");
        acts.MapPost("/pause", PauseAsync);
        acts.MapPost("/resume", ResumeAsync);
        acts.MapPost("/limit", LimitAsync);
        acts.MapPost("/redrive", Removal(LetterJobKind.Redrive));
        acts.MapPost("/redrive-rehearsed", Removal(LetterJobKind.RedriveRehearsed));
        acts.MapPost("/discard", Removal(LetterJobKind.Discard));
        acts.MapPost("/undo", Undo);
        acts.MapPost("/replay", ReplayAsync);
    }

    private static Task<RedirectHttpResult> PauseAsync(
        HttpContext context,
        [FromForm] string queue,
        [FromForm] string reason,
        Operator by,
        QueueSteering steering,
        DeclaredFleet declared) =>
        SteerAsync(context, queue, reason, declared, why => steering.PauseAsync(queue, by.Name, why, context.RequestAborted));

    private static Task<RedirectHttpResult> ResumeAsync(
        HttpContext context,
        [FromForm] string queue,
        [FromForm] string reason,
        Operator by,
        QueueSteering steering,
        DeclaredFleet declared) =>
        SteerAsync(context, queue, reason, declared, why => steering.ResumeAsync(queue, by.Name, why, context.RequestAborted));

    private static Task<RedirectHttpResult> LimitAsync(
        HttpContext context,
        [FromForm] string queue,
        [FromForm] int maxInFlight,
        [FromForm] string reason,
        Operator by,
        QueueSteering steering,
        DeclaredFleet declared) =>
        SteerAsync(context, queue, reason, declared, why => steering.LimitAsync(
            queue, maxInFlight is > 0 and <= 120_000 ? maxInFlight : null, by.Name, why, context.RequestAborted));

    private static async Task<RedirectHttpResult> SteerAsync(
        HttpContext context, string queue, string reason, DeclaredFleet declared, Func<string, Task<SteeringAnswer>> steer)
    {
        if (declared.Queue(queue) is not { } known || Reason(reason) is not { } why)
        {
            return Refused(context, "/", "Nothing was done: a queue of the fleet and a reason are needed.");
        }

        return await AnswerAsync(context, $"/workers/{known.Worker}#{queue}", async () =>
        {
            var answer = await steer(why);
            var asked = answer.Asked.IsPaused ? "is paused" : answer.Asked.MaxInFlight is { } most ? $"is limited to {most} in flight for each instance" : "is received from";
            return $"{queue} {asked}. {answer.Instances} instances obey at their next beat, within ten seconds.";
        });
    }

    private static Delegate Removal(LetterJobKind kind) => (
        HttpContext context,
        [FromForm] string queue,
        [FromForm] string? group,
        [FromForm] string reason,
        Operator by,
        LetterJobs jobs,
        IEventPublisher publisher,
        TimeProvider time) => RemoveAsync(context, kind, new(queue, group, reason), by, jobs, publisher, time);

    private static async Task<RedirectHttpResult> RemoveAsync(
        HttpContext context,
        LetterJobKind kind,
        LetterForm form,
        Operator by,
        LetterJobs jobs,
        IEventPublisher publisher,
        TimeProvider time)
    {
        if (!DeclaredFleet.IsDeadLetterQueue(form.Queue) || Reason(form.Reason) is not { } why)
        {
            return Refused(context, "/letters", "Nothing was done: a dead-letter queue and a reason are needed.");
        }

        var group = string.IsNullOrEmpty(form.Group) ? null : form.Group;
        return await AnswerAsync(context, $"/letters/{form.Queue}", async () =>
        {
            var what = kind is LetterJobKind.Discard ? "Dead Letters Discarded" : "Dead Letters Redriven";
            var act = new Act(what, form.Queue, by.Name, why) { Details = new Dictionary<string, JsonNode?> { ["group"] = group } };
            await publisher.PublishAsync([act.ToEvent(time.GetUtcNow())], context.RequestAborted);
            await jobs.AskAsync(kind, form.Queue, group, by.Name, why, context.RequestAborted);
            return kind is not LetterJobKind.Discard
                ? "They go back now; how far that is stands below."
                : "They are deleted when the time to undo it is over; until then the button below takes it back.";
        });
    }

    private static async Task<RedirectHttpResult> Undo(
        HttpContext context,
        [FromForm] string job,
        [FromForm] string queue,
        Operator by,
        LetterJobs jobs,
        IEventPublisher publisher,
        TimeProvider time)
    {
        var back = DeclaredFleet.IsDeadLetterQueue(queue) ? $"/letters/{queue}" : "/letters";
        if (!jobs.Undo(job))
        {
            return Refused(context, back, "It had begun already, and cannot be undone.");
        }

        return await AnswerAsync(context, back, async () =>
        {
            await publisher.PublishAsync([new Act("Discard Undone", queue, by.Name, "undone within its window").ToEvent(time.GetUtcNow())], context.RequestAborted);
            return "Undone: nothing was deleted.";
        });
    }

    private static async Task<RedirectHttpResult> ReplayAsync(
        HttpContext context,
        [FromForm] DateTime from,
        [FromForm] DateTime to,
        [FromForm] string? rule,
        [FromForm] string reason,
        Operator by,
        ArchiveReplays replays)
    {
        if (Reason(reason) is not { } why || (!string.IsNullOrEmpty(rule) && Topology.Rules.All(known => known.Name != rule)))
        {
            return Refused(context, "/acts", "Nothing was done: a reason is needed, and a rule of the fleet or none.");
        }

        var window = new ReplayWindow(Utc(from), Utc(to));
        return await AnswerAsync(context, "/acts", () => replays.AskAsync(window, string.IsNullOrEmpty(rule) ? [] : [rule], by.Name, why, context.RequestAborted));
    }

    private static DateTimeOffset Utc(DateTime given) => new(DateTime.SpecifyKind(given, DateTimeKind.Utc));

    private static async Task<RedirectHttpResult> AnswerAsync(HttpContext context, string back, Func<Task<string>> act)
    {
        try
        {
            Flash.Write(context, await act());
        }
        catch (Exception exception) when (exception is OperationFailedException or PublishFailedException
            || Workers.Events.AwsFailures.Of(exception, context.RequestAborted) is not null)
        {
            Flash.Write(context, $"It was not done, or not wholly: {exception.Message}");
        }

        return TypedResults.LocalRedirect(back);
    }

    private static RedirectHttpResult Refused(HttpContext context, string back, string why)
    {
        Flash.Write(context, why);
        return TypedResults.LocalRedirect(back);
    }

    private static string? Reason(string text) => text.Trim() is { Length: > 0 and <= LongestReason } reason ? reason : null;

    private sealed record LetterForm(string Queue, string? Group, string Reason);
}
