using System.Collections.Concurrent;
using System.Security.Cryptography;
using LocalAws.StepFunctions.Data;

namespace LocalAws.StepFunctions.Tasks;

/// <summary>Who waits under which token. A token that ended stays known, so that a late answer is told that it is late.</summary>
internal sealed class TaskTokens(TimeProvider time)
{
    private const int Bytes = 96;

    // What makes a token recognizable as one of ours.
    private static readonly byte[] Mark = "sfn:"u8.ToArray();

    private readonly ConcurrentDictionary<string, PendingTask> _tasks = new();

    /// <summary>Makes a task with a new token.</summary>
    public PendingTask Add()
    {
        var task = new PendingTask(Convert.ToBase64String([.. Mark, .. RandomNumberGenerator.GetBytes(Bytes)]), time);
        _tasks[task.Token] = task;
        return task;
    }

    /// <summary>Makes a task with the token that it had.</summary>
    public PendingTask Restore(PendingState saved) => _tasks[saved.Token] = new PendingTask(saved, time);

    /// <summary>The task of a token that is open.</summary>
    /// <exception cref="Http.AwsException">The token is none, or nobody waits under it, or nobody does any longer.</exception>
    public PendingTask Find(string? token)
    {
        if (token is null || !IsToken(token))
        {
            throw StepFunctionsErrors.InvalidToken();
        }

        var task = _tasks.GetValueOrDefault(token) ?? throw StepFunctionsErrors.TaskDoesNotExist();
        return task.IsOpen ? task : throw StepFunctionsErrors.TaskTimedOut();
    }

    public void Clear() => _tasks.Clear();

    private static bool IsToken(string text)
    {
        Span<byte> bytes = stackalloc byte[Mark.Length + Bytes];
        return Convert.TryFromBase64String(text, bytes, out var written) && written == bytes.Length && bytes.StartsWith(Mark);
    }
}
