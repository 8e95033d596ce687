import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { BoardsPage } from './boards/boards-page.tsx';
import { StartPage } from './install/start-page.tsx';
import { SetupPage } from './setup/setup-page.tsx';
import { Loading } from './ui/loading.tsx';
import { NotFound } from './ui/not-found.tsx';
import { WatchPage } from './watch/watch-page.tsx';

const UnitPage = lazy(async () => ({ default: (await import('./unit/unit-page.tsx')).UnitPage }));
const WallPage = lazy(async () => ({ default: (await import('./wall/wall-page.tsx')).WallPage }));
const PostPage = lazy(async () => ({ default: (await import('./post/post-page.tsx')).PostPage }));
const DrivesPage = lazy(async () => ({
  default: (await import('./drives/drives-page.tsx')).DrivesPage,
}));
const DrivePage = lazy(async () => ({
  default: (await import('./drives/drive-page.tsx')).DrivePage,
}));
const WizardPage = lazy(async () => ({
  default: (await import('./drive-wizard/wizard-page.tsx')).WizardPage,
}));
const HonoursPage = lazy(async () => ({
  default: (await import('./honours/honours-page.tsx')).HonoursPage,
}));
const ExperienceListPage = lazy(async () => ({
  default: (await import('./experience/list-page.tsx')).ExperienceListPage,
}));
const ExperiencePage = lazy(async () => ({
  default: (await import('./experience/experience-page.tsx')).ExperiencePage,
}));
const WritePage = lazy(async () => ({
  default: (await import('./experience/write-page.tsx')).WritePage,
}));

const PulsePage = lazy(async () => ({
  default: (await import('./pulse/pulse-page.tsx')).PulsePage,
}));
const CooperationPage = lazy(async () => ({
  default: (await import('./cooperation/cooperation-page.tsx')).CooperationPage,
}));
const VerificationPage = lazy(async () => ({
  default: (await import('./verification/verification-page.tsx')).VerificationPage,
}));
const ResultPage = lazy(async () => ({
  default: (await import('./result/result-page.tsx')).ResultPage,
}));
const PresentPage = lazy(async () => ({
  default: (await import('./present/present-page.tsx')).PresentPage,
}));

export function App() {
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/">
          <BoardsPage />
        </Route>
        <Route path="/setup">
          <SetupPage />
        </Route>
        <Route path="/start">
          <StartPage />
        </Route>
        <Route path="/b/:board">{({ board }) => <WatchPage key={board} board={board} />}</Route>
        <Route path="/b/:board/wall">{({ board }) => <WallPage key={board} board={board} />}</Route>
        <Route path="/b/:board/post">{({ board }) => <PostPage key={board} board={board} />}</Route>
        <Route path="/b/:board/drives">
          {({ board }) => <DrivesPage key={board} board={board} />}
        </Route>
        {/* No slug begins with an underscore: no drive is hidden by it. */}
        <Route path="/b/:board/drives/_new">
          {({ board }) => <WizardPage key={board} board={board} />}
        </Route>
        <Route path="/b/:board/drives/:id/edit">
          {({ board, id }) => <WizardPage key={`${board} ${id}`} board={board} id={id} />}
        </Route>
        <Route path="/b/:board/drives/:id">
          {({ board, id }) => <DrivePage key={`${board} ${id}`} board={board} id={id} />}
        </Route>
        <Route path="/b/:board/drives/:drive/present">
          {({ board, drive }) => (
            <PresentPage key={`${board} ${drive}`} board={board} drive={drive} />
          )}
        </Route>
        <Route path="/b/:board/pulse">
          {({ board }) => <PulsePage key={board} board={board} />}
        </Route>
        <Route path="/b/:board/honours">
          {({ board }) => <HonoursPage key={board} board={board} />}
        </Route>
        <Route path="/b/:board/cooperation">
          {({ board }) => <CooperationPage key={board} board={board} />}
        </Route>
        <Route path="/b/:board/verification">
          {({ board }) => <VerificationPage key={board} board={board} />}
        </Route>
        <Route path="/b/:board/r/:result">
          {({ board, result }) => (
            <ResultPage key={`${board} ${result}`} board={board} id={result} />
          )}
        </Route>
        <Route path="/b/:board/experience">
          {({ board }) => <ExperienceListPage key={board} board={board} />}
        </Route>
        {/* No slug begins with an underscore: no experience is hidden by it. */}
        <Route path="/b/:board/experience/_new">
          {({ board }) => <WritePage key={board} board={board} />}
        </Route>
        <Route path="/b/:board/experience/:id">
          {({ board, id }) => (
            <ExperiencePage key={`${board} ${id}`} board={board} experience={id} />
          )}
        </Route>
        <Route path="/b/:board/experience/:id/edit">
          {({ board, id }) => <WritePage key={`${board} ${id}`} board={board} experience={id} />}
        </Route>
        <Route path="/b/:board/u/:unit">
          {({ board, unit }) => <UnitPage key={`${board} ${unit}`} board={board} unit={unit} />}
        </Route>
        <Route>
          <NotFound />
        </Route>
      </Switch>
    </Suspense>
  );
}
