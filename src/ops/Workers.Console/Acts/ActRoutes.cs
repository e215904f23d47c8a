using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Workers.Console.Declared;
using Workers.Console.Security;
using Workers.Console.Web;
using Workers.Contracts;
using Workers.Events;
using Workers.Events.Publishing;
using Workers.Operations;
using Workers.Operations.Fleet;

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
        maxInFlight is < 0 or > QueueSteering.MostInFlight
            ? Task.FromResult(Refused(context, "/", "Nothing was done: a limit is from 1 to 120,000, or 0 to take it away."))
            : SteerAsync(context, queue, reason, declared, why => steering.LimitAsync(
                queue, maxInFlight == 0 ? null : maxInFlight, by.Name, why, context.RequestAborted));

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
            var asked = answer.Asked.IsPaused ? "is paused"
                : answer.Asked.MaxInFlight is { } most ? $"is limited to {most} in flight for each instance"
                : "is neither paused nor limited";
            var instances = answer.Instances == 1 ? "1 instance obeys" : $"{answer.Instances} instances obey";
            return $"{queue} {asked}. {instances} at the next beat, within ten seconds.";
        });
    }

    private static Delegate Removal(LetterJobKind kind) => (
        HttpContext context,
        [FromForm] string queue,
        [FromForm] string? group,
        [FromForm] int? perSecond,
        [FromForm] string reason,
        Operator by,
        LetterJobs jobs) => RemoveAsync(
            context,
            new(kind, queue, string.IsNullOrEmpty(group) ? null : group, by.Name, reason, perSecond ?? LetterJobs.UsualPerSecond),
            jobs);

    private static async Task<RedirectHttpResult> RemoveAsync(HttpContext context, LetterOrder order, LetterJobs jobs)
    {
        if (!DeclaredFleet.IsDeadLetterQueue(order.Queue)
            || Reason(order.Reason) is not { } why
            || order.PerSecond is < 1 or > LetterJobs.MostPerSecond)
        {
            return Refused(context, "/letters", "Nothing was done: a dead-letter queue, a reason and a rate from 1 to 1,000 are needed.");
        }

        await jobs.AskAsync(order with { Reason = why }, context.RequestAborted);
        var text = order.Kind is LetterJobKind.Discard
            ? "They are deleted when the time to undo it is over; until then the button below takes it back."
            : "They go back now; how far that is stands below.";
        return Answered(context, $"/letters/{order.Queue}", new(text, IsBad: false));
    }

    private static RedirectHttpResult Undo(HttpContext context, [FromForm] string job, [FromForm] string queue, LetterJobs jobs)
    {
        var back = DeclaredFleet.IsDeadLetterQueue(queue) ? $"/letters/{queue}" : "/letters";
        return jobs.Undo(job)
            ? Answered(context, back, new("Undone: nothing was deleted.", IsBad: false))
            : Refused(context, back, "It had begun already, and cannot be undone.");
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
        var one = string.IsNullOrEmpty(rule) ? null : rule;
        if (Reason(reason) is not { } why || (one is not null && Topology.Rules.All(known => known.Name != one)))
        {
            return Refused(context, "/acts", "Nothing was done: a reason is needed, and a rule of the fleet or none.");
        }

        return await AnswerAsync(context, "/acts", async () =>
        {
            await replays.AskAsync(new(Utc(from), Utc(to)), one, by.Name, why, context.RequestAborted);
            return "The replay begins; what becomes of it stands below. Handlers drop what they had, by its marker.";
        });
    }

    private static DateTimeOffset Utc(DateTime given) => new(DateTime.SpecifyKind(given, DateTimeKind.Utc));

    private static async Task<RedirectHttpResult> AnswerAsync(HttpContext context, string back, Func<Task<string>> act)
    {
        try
        {
            return Answered(context, back, new(await act(), IsBad: false));
        }
        catch (Exception exception) when (exception is OperationFailedException or PublishFailedException
            || AwsFailures.Of(exception, context.RequestAborted) is not null)
        {
            return Refused(context, back, $"It was not done, or not wholly: {exception.Message}");
        }
    }

    private static RedirectHttpResult Refused(HttpContext context, string back, string why) =>
        Answered(context, back, new(why, IsBad: true));

    private static RedirectHttpResult Answered(HttpContext context, string back, Flash flash)
    {
        flash.Write(context);
        return TypedResults.LocalRedirect(back);
    }

    private static string? Reason(string text) => text.Trim() is { Length: > 0 and <= LongestReason } reason ? reason : null;
}
