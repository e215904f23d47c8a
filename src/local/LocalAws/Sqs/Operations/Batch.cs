using LocalAws.Faults;
using LocalAws.Http;

namespace LocalAws.Sqs.Operations;

internal sealed record BatchRequest<TEntry>(string? QueueUrl, IReadOnlyList<TEntry>? Entries);

/// <summary>What became of each entry; a list that would be empty is left out, as on AWS.</summary>
internal sealed record BatchResponse<TResult>(IReadOnlyList<TResult>? Successful, IReadOnlyList<BatchError>? Failed);

/// <summary>An entry that failed, while others of its batch may have succeeded.</summary>
internal sealed record BatchError(string Id, string Code, string Message, bool SenderFault);

/// <summary>Runs a batch: refused as a whole if it is malformed, answered entry by entry if not.</summary>
internal static class Batch
{
    private const int MostEntries = 10;
    private const int LongestId = 80;

    /// <exception cref="AwsException">It has no entry, too many, or ids that are malformed or repeated.</exception>
    public static IReadOnlyList<TEntry> Check<TEntry>(IReadOnlyList<TEntry>? entries, string entryName, Func<TEntry, string?> id)
    {
        if (entries is null or { Count: 0 })
        {
            throw SqsErrors.EmptyBatch(entryName);
        }

        if (entries.Count > MostEntries)
        {
            throw SqsErrors.TooManyEntries(MostEntries, entries.Count);
        }

        var seen = new HashSet<string>(entries.Count);
        foreach (var entry in entries)
        {
            var entryId = id(entry);
            if (!IsId(entryId))
            {
                throw SqsErrors.InvalidBatchEntryId();
            }

            if (!seen.Add(entryId!))
            {
                throw SqsErrors.BatchEntryIdsNotDistinct(entryId!);
            }
        }

        return entries;
    }

    /// <summary>Handles each entry; what is refused of one does not touch the others.</summary>
    public static BatchResponse<TResult> Run<TEntry, TResult>(
        AwsRequest aws, IReadOnlyList<TEntry> entries, Func<TEntry, string?> id, Func<TEntry, TResult> handle)
    {
        var successful = new List<TResult>(entries.Count);
        List<BatchError>? failed = null;
        foreach (var entry in entries)
        {
            try
            {
                successful.Add(aws.Faults?.Strikes(FaultKind.FailEntries) == true
                    ? throw SqsErrors.InternalError()
                    : handle(entry));
            }
            catch (AwsException exception)
            {
                (failed ??= []).Add(new BatchError(
                    id(entry)!, exception.QueryCode ?? exception.Code, exception.Message, exception.StatusCode < 500));
            }
        }

        return new BatchResponse<TResult>(successful.Count == 0 ? null : successful, failed);
    }

    private static bool IsId(string? id) =>
        id is { Length: > 0 and <= LongestId } && id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');
}
