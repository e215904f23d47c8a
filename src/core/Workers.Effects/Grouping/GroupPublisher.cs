using Workers.Effects.Committing;
using Workers.Engine.Handling;
using Workers.Events.Publishing;

namespace Workers.Effects.Grouping;

/// <summary>Publishes the events of a group's members together, and settles them. It never throws.</summary>
internal sealed class GroupPublisher(Emitter emitter)
{
    /// <summary>A member is done once its own events are on the bus; whoever has one that is not waits, and publishes again.</summary>
    public async Task PublishAsync(IReadOnlyList<Publication> publications)
    {
        var members = publications.Select(publication => publication.Member).ToList();
        using var abandonment = new Abandonment(members);
        try
        {
            Settle(publications.Where(publication => publication.Events.Count == 0));
            await emitter.PublishAsync([.. publications.SelectMany(publication => publication.Events)], abandonment.Token);
            Settle(publications);
        }
        catch (PublishFailedException exception)
        {
            var notTaken = exception.NotTaken.Select(outgoing => outgoing.EventId).ToHashSet();
            var complete = publications.Where(publication => !publication.Events.Any(outgoing => notTaken.Contains(outgoing.EventId)));
            Settle(complete);
            members.ForEach(member => member.Fail(exception));
        }
        catch (Exception exception)
        {
            members.ForEach(member => member.Fail(exception));
        }
    }

    private static void Settle(IEnumerable<Publication> publications)
    {
        foreach (var publication in publications)
        {
            publication.Member.Settle(Outcome.Done);
        }
    }
}
